package org.ridgeline.exchange.identify;

import java.util.List;
import java.util.Optional;
import org.ridgeline.exchange.answer.Answer;
import org.ridgeline.exchange.answer.AnswerSource;
import org.ridgeline.exchange.answer.ServiceAnswers;
import org.ridgeline.exchange.submission.ProbeFinger;
import org.ridgeline.exchange.submission.SearchDecision;
import org.ridgeline.exchange.submission.SearchRow;
import org.ridgeline.exchange.submission.SearchStore;
import org.ridgeline.exchange.submission.SubmissionStore;
import org.ridgeline.repository.PersonRecord;
import org.ridgeline.repository.Verification;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.TenPrint;

/// Further images of the person named become another encounter of theirs, if the prints are like
/// those on record: a number alone adds nothing to anybody.
final class ImageSubmission implements Search {
  private final Bookings bookings;
  private final SubmissionStore submissions;
  private final SearchStore searches;
  private final Kept kept;
  private final Closing closing;

  /// Whose images they are, and how they are enrolled.
  record Kept(NamedPerson named, Retention retention) {}

  ImageSubmission(
      Bookings bookings,
      SubmissionStore submissions,
      SearchStore searches,
      Kept kept,
      Closing closing) {
    this.bookings = bookings;
    this.submissions = submissions;
    this.searches = searches;
    this.kept = kept;
    this.closing = closing;
  }

  @Override
  public void run(SearchRow row) {
    Booking booking = bookings.load(row.control());
    Optional<PersonRecord> person = kept.named().of(booking);
    if (person.isEmpty()) {
      nobody(booking, row);
      return;
    }
    SearchRow compared = compared(row, person.get());
    if (!compared.isHit()) {
      closing.close(booking, compared, another(booking, row));
      return;
    }
    kept.retention()
        .addImages(booking, compared, person.get().personId())
        .ifPresentOrElse(
            added -> closing.close(booking, added, taken(booking, row, person.get())),
            () -> nobody(booking, row));
  }

  private void nobody(Booking booking, SearchRow row) {
    searches.forget(row);
    closing.close(booking, row.of(SearchDecision.NO_HIT), kept.named().unknown(booking, row));
  }

  private Answer another(Booking booking, SearchRow row) {
    return kept.named()
        .not(
            booking,
            row,
            FindingCode.PRINTS_OF_ANOTHER,
            "prints each of which is like one on record of " + NamedPerson.number(booking),
            "some that are not, not clearly, or of fingers not on record; nothing was kept");
  }

  private Answer taken(Booking booking, SearchRow row, PersonRecord person) {
    return ServiceAnswers.taken(
        booking.question(kept.named().answers().now()),
        AnswerSource.of(row.repository()),
        kept.named().answers().hit(booking, person),
        fingers(row));
  }

  /// The comparison as written down before a crash, or made now: one made again would find the
  /// encounter that it had just enrolled.
  private SearchRow compared(SearchRow row, PersonRecord person) {
    if (row.decision().isPresent()) {
      return row;
    }
    RecordAnswers answers = kept.named().answers();
    TenPrint probe = submissions.probe(row.control());
    Verification found = answers.repository().verify(probe, person.personId(), answers.purpose());
    // One finger that is not the person's would make of them whoever's it is.
    boolean isWhole = found.alike().containsAll(probe.fingers().keySet());
    searches.compared(
        row,
        person.personId(),
        isWhole
            ? found
            : new Verification(
                Verification.Result.NO_MATCH, found.score(), Optional.empty(), found.alike()));
    return searches.of(row.control(), row.repository());
  }

  private List<FingerPosition> fingers(SearchRow row) {
    return submissions.fingers(row.control()).stream()
        .filter(ProbeFinger::usable)
        .map(ProbeFinger::finger)
        .sorted()
        .toList();
  }

  /// What was enrolled before everything else failed is said to be.
  @Override
  public void giveUp(SearchRow row) {
    Booking booking = bookings.load(row.control());
    Optional<PersonRecord> person = kept.named().of(booking);
    if (person.isPresent() && kept.retention().isEnrolled(row.control())) {
      closing.close(booking, row.of(SearchDecision.HIT), taken(booking, row, person.get()));
    } else {
      closing.close(booking, row.failed(), kept.named().answers().failed(booking, row));
    }
  }
}
