package org.ridgeline.exchange.identify;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.ridgeline.exchange.Trail;
import org.ridgeline.exchange.agency.ActivationRegister;
import org.ridgeline.exchange.answer.AnswerStore;
import org.ridgeline.exchange.answer.AnswerWriter;
import org.ridgeline.exchange.answer.Outcome;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.exchange.submission.SearchDecision;
import org.ridgeline.exchange.submission.SearchStore;
import org.ridgeline.vocabulary.event.Event;

/// Opens a submission's searches, as many as what it asks for takes; the second of a booking only
/// where the agency takes part in it.
final class Gate {
  private final ActivationRegister register;
  private final SearchStore searches;
  private final AnswerStore answers;
  private final Trail trail;

  Gate(ActivationRegister register, SearchStore searches, AnswerStore answers, Trail trail) {
    this.register = register;
    this.searches = searches;
    this.answers = answers;
    this.trail = trail;
  }

  /// Opens the searches, in the caller's transaction.
  void open(Booking booking, Instant now) {
    switch (booking.service()) {
      case BOOKING -> openBoth(booking, now);
      case APPLICANT -> {
        searches.open(booking.control(), RepositoryName.CRIMINAL);
        searches.open(booking.control(), RepositoryName.CIVIL);
      }
      case RAPID -> searches.open(booking.control(), RepositoryName.CRIMINAL);
      case VERIFICATION, IMAGE_REQUEST, IMAGE_SUBMISSION ->
          searches.open(booking.control(), RepositoryName.ofNumber(NamedPerson.number(booking)));
    }
  }

  /// Opens both, and shuts the second again where the agency was not active. The day the submission
  /// came in counts, not when work on it began.
  private void openBoth(Booking booking, Instant now) {
    searches.open(booking.control(), RepositoryName.CRIMINAL);
    searches.open(booking.control(), RepositoryName.IMMIGRATION);
    LocalDate day = booking.submission().receivedAt().atOffset(ZoneOffset.UTC).toLocalDate();
    boolean active = register.isActive(booking.agency().ori(), day);
    String agency = booking.agency().ori().value();
    trail.fact(new Event.GateRecorded(booking.control(), agency, day, active), now);
    if (!active) {
      searches.close(booking.control(), RepositoryName.IMMIGRATION, SearchDecision.NOT_ACTIVE, now);
      answers.add(
          AnswerWriter.second(booking.question(now), Outcome.NOT_ACTIVE),
          Optional.of(booking.agency()),
          booking.channel());
    }
  }
}
