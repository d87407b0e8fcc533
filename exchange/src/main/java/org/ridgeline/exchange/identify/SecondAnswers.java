package org.ridgeline.exchange.identify;

import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.ridgeline.exchange.Sha256;
import org.ridgeline.exchange.agency.Agency;
import org.ridgeline.exchange.answer.Answer;
import org.ridgeline.exchange.answer.AnswerWriter;
import org.ridgeline.exchange.answer.Determined;
import org.ridgeline.exchange.answer.Outcome;

/// Sends second answers after people have decided: to the state's bureau first, and on to the
/// booking agency where that can receive them and the state passes them on.
public final class SecondAnswers {
  private final Stores stores;
  private final Clock clock;
  private final Runnable answered;

  /// - **Shape** `answered` is run after every answer that an agency is to get
  public SecondAnswers(Stores stores, Clock clock, Runnable answered) {
    this.stores = stores;
    this.clock = clock;
    this.answered = answered;
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
                .ofSource("determination", Outcome.NO_HIT)
                .numbered(answerId));
  }

  private Sent send(String control, UUID answerId, Function<AnswerWriter.Question, Answer> writer) {
    Sent sent =
        stores
            .transaction()
            .execute(_ -> {
              Booking booking = Booking.load(stores, control);
              Agency agency = booking.agency();
              Optional<Answer> before = stores.answers().byId(answerId);
              if (before.isPresent()) {
                boolean forwarded = stores.bureaus().forwarded(answerId).orElse(false);
                return sent(before.get(), agency, forwarded);
              }
              Instant now = clock.instant();
              Answer answer = writer.apply(booking.question(now));
              boolean forwarded =
                  agency.secondAnswer() && stores.bureaus().forwards(agency.state());
              stores
                  .answers()
                  .add(answer, Optional.of(agency).filter(_ -> forwarded), booking.channel());
              stores.bureaus().add(answerId, agency.state(), forwarded, now);
              return sent(answer, agency, forwarded);
            });
    answered.run();
    return sent;
  }

  private static Sent sent(Answer answer, Agency agency, boolean forwarded) {
    return new Sent(
        answer.answerId(),
        agency.state(),
        Optional.of(agency.ori().value()).filter(_ -> forwarded),
        HexFormat.of().formatHex(Sha256.of(answer.bytes())));
  }

  /// Takes out of the exchange what it knows of the person beside the answers.
  public void purge(String control) {
    stores.leads().purge(control);
  }
}
