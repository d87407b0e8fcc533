package org.ridgeline.exchange.identify;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.ridgeline.exchange.Trail;
import org.ridgeline.exchange.agency.Agency;
import org.ridgeline.exchange.answer.Answer;
import org.ridgeline.exchange.answer.AnswerCopies;
import org.ridgeline.exchange.answer.AnswerSource;
import org.ridgeline.exchange.answer.AnswerStore;
import org.ridgeline.exchange.answer.AnswerWriter;
import org.ridgeline.exchange.answer.BureauStore;
import org.ridgeline.exchange.answer.Determined;
import org.ridgeline.exchange.answer.Outcome;
import org.ridgeline.exchange.answer.Question;
import org.ridgeline.exchange.lead.LeadStore;
import org.ridgeline.exchange.purge.PurgeStore;
import org.ridgeline.vocabulary.Sha256;

/// Sends second answers after people have decided: to the state's bureau first, and on to the
/// booking agency where that can receive them and the state passes them on.
public final class SecondAnswers {
  private final Bookings bookings;
  private final Kept kept;
  private final Trail trail;
  private final Clock clock;
  private final Runnable answered;

  private SecondAnswers(Bookings bookings, Kept kept, Trail trail, Clock clock, Runnable answered) {
    this.bookings = bookings;
    this.kept = kept;
    this.trail = trail;
    this.clock = clock;
    this.answered = answered;
  }

  /// What the exchange keeps of a match: the answers, who got them, and the lead.
  private record Kept(
      AnswerStore answers,
      AnswerCopies copies,
      BureauStore bureaus,
      LeadStore leads,
      PurgeStore purges) {}

  /// Over the exchange's data source.
  /// - **Shape** `answered` is run after every answer that an agency is to get
  public static SecondAnswers of(DataSource dataSource, Clock clock, Runnable answered) {
    return new SecondAnswers(
        Bookings.of(dataSource),
        new Kept(
            new AnswerStore(dataSource),
            new AnswerCopies(dataSource),
            new BureauStore(dataSource),
            new LeadStore(dataSource),
            new PurgeStore(dataSource)),
        new Trail(dataSource),
        clock,
        answered);
  }

  /// What was sent to whom.
  /// - **Shape** `agencyOri` empty where it stays with the bureau; `sha256Hex` of the bytes
  public record Sent(UUID answerId, String state, Optional<String> agencyOri, String sha256Hex) {}

  /// Sends what a determination says. Sent before under its id, it is not sent again.
  public Sent send(String control, Determined says) {
    return send(control, says.answerId(), question -> AnswerWriter.determined(question, says));
  }

  /// Sends that nobody was found after all: examiners excluded the person, or could not tell.
  public Sent noMatch(String control, UUID answerId) {
    return send(
        control,
        answerId,
        question ->
            AnswerWriter.second(question, Outcome.NO_HIT)
                .ofSource(AnswerSource.DETERMINATION, Outcome.NO_HIT)
                .numbered(answerId));
  }

  private Sent send(String control, UUID answerId, Function<Question, Answer> writer) {
    Sent sent =
        trail.together(() -> {
          // What was sent before is not read again: its booking may be purged since.
          Optional<Answer> before = kept.answers().byId(answerId);
          if (before.isPresent()) {
            boolean forwarded = kept.bureaus().forwarded(answerId).orElse(false);
            return sent(before.get(), bookings.agency(control), forwarded);
          }
          return make(bookings.load(control), writer);
        });
    answered.run();
    return sent;
  }

  private Sent make(Booking booking, Function<Question, Answer> writer) {
    Agency agency = booking.agency();
    Instant now = clock.instant();
    Answer answer = writer.apply(booking.question(now));
    boolean forwarded = agency.secondAnswer() && kept.bureaus().forwards(agency.state());
    kept.answers().add(answer, Optional.of(agency).filter(_ -> forwarded), booking.channel());
    if (forwarded) {
      kept.copies().make(answer, agency, booking.service(), booking.copies());
    }
    kept.bureaus().add(answer.answerId(), agency.state(), forwarded, now);
    return sent(answer, agency, forwarded);
  }

  private static Sent sent(Answer answer, Agency agency, boolean forwarded) {
    return new Sent(
        answer.answerId(),
        agency.state(),
        Optional.of(agency.ori().value()).filter(_ -> forwarded),
        Sha256.hex(answer.bytes()));
  }

  /// Takes out of the exchange what it knows of a submission's person: the names of the lead now,
  /// the rest as soon as nothing waits for it. Asked twice, it is done once.
  public void purge(String control, String why) {
    if (!bookings.isKnown(control)) {
      return;
    }
    trail.together(() -> {
      kept.leads().purge(control);
      kept.purges().order(control, why, clock.instant());
    });
  }
}
