package org.ridgeline.casework.determination;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ridgeline.casework.casefile.Case;
import org.ridgeline.casework.casefile.CaseDesk;
import org.ridgeline.casework.casefile.CaseListener;
import org.ridgeline.casework.casefile.Shelf;
import org.ridgeline.casework.casefile.Step;
import org.ridgeline.casework.determination.DeterminationStore.Outbound;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.WorkLoop;
import org.ridgeline.exchange.identify.SecondAnswers;
import org.ridgeline.exchange.identify.SecondAnswers.Sent;
import org.ridgeline.ledger.Disclosure;
import org.ridgeline.ledger.LedgerEntry;

/// Sends the second answers that casework has committed to, tells the ledger who was told what, and
/// moves the case on. Sent at least once: the exchange knows an answer by its id and sends it once.
public final class AnswerRelay implements CaseListener, AutoCloseable {
  private static final Logger LOG = System.getLogger(AnswerRelay.class.getName());
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
  private static final int AT_ONCE = 50;
  private static final String WHY = "second answer";

  private final Shelf shelf;
  private final CaseDesk desk;
  private final DeterminationStore store;
  private final SecondAnswers answers;
  private final WorkLoop loop = new WorkLoop("second answers", LOOK_AGAIN, this::send);

  public AnswerRelay(Shelf shelf, CaseDesk desk, DeterminationStore store, SecondAnswers answers) {
    this.shelf = shelf;
    this.desk = desk;
    this.store = store;
    this.answers = answers;
  }

  /// Begins to send.
  public void start() {
    loop.start();
  }

  /// Says that there may be something to send.
  public void wake() {
    loop.wake();
  }

  /// Examiners found that it is not the person, or could not tell: the answer is "no match", and
  /// what the case knows of the person goes.
  @Override
  public void stepped(Case after, Step step) {
    if (step == Step.SETTLE_EXCLUDED || step == Step.CLOSE_INCONCLUSIVE) {
      Instant now = shelf.now();
      for (Case.Booking booking : after.bookings()) {
        store.queue(
            new Outbound(UUID.randomUUID(), after.caseId(), booking.control(), Optional.empty(), 0),
            now);
      }
      desk.purge(after.caseId(), "nobody was identified");
    }
  }

  private void send() {
    for (Outbound answer : store.due(shelf.now(), AT_ONCE)) {
      try {
        send(answer);
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "second answer to " + answer.control(), e);
        store.failed(
            answer.outboundId(),
            String.valueOf(e.getMessage()),
            Limits.retryAfter(answer.attempts() + 1));
      }
    }
  }

  private void send(Outbound answer) {
    Optional<Determination> determination =
        answer.determinationId().flatMap(store::byId).map(store::signed);
    Sent sent =
        determination
            .map(signed ->
                answers.send(answer.control(), SecondAnswer.of(signed, answer.outboundId())))
            .orElseGet(() -> answers.noMatch(answer.control(), answer.outboundId()));
    boolean purges =
        determination
            .map(signed -> signed.kind().effect() == DeterminationKind.Effect.CLOSE_AND_PURGE)
            .orElse(true);
    if (purges) {
      answers.purge(answer.control());
    }
    shelf
        .transaction()
        .executeWithoutResult(_ -> {
          if (!store.sent(answer.outboundId(), shelf.now())) {
            return;
          }
          Case one = shelf.known(answer.caseId());
          disclose(one, answer, sent, determination.isPresent());
          determination.ifPresent(signed -> goOn(one, signed));
        });
  }

  private void goOn(Case one, Determination signed) {
    Step step =
        switch (signed.kind().effect()) {
          case CLOSE_AND_PURGE, CLOSE -> Step.ANSWER_AND_CLOSE;
          case NOTIFY -> Step.ANSWER_AND_NOTIFY;
          case REFER -> Step.ANSWER_AND_REFER;
        };
    desk.machine(one.caseId(), step, WHY);
    if (signed.kind().effect() == DeterminationKind.Effect.CLOSE_AND_PURGE) {
      store.purge(one.caseId());
      desk.purge(one.caseId(), "determined: " + signed.kind().key());
    }
  }

  private void disclose(Case one, Outbound answer, Sent sent, boolean determined) {
    String document = determined ? "determination" : "answer.IDR";
    tell(one, answer, new Told("bureau", sent.state(), document, sent.sha256Hex()));
    sent.agencyOri()
        .ifPresent(ori -> tell(one, answer, new Told("agency", ori, document, sent.sha256Hex())));
  }

  private record Told(String kind, String recipient, String document, String sha256Hex) {}

  private void tell(Case one, Outbound answer, Told told) {
    shelf
        .ledger()
        .disclosed(
            LedgerEntry.of(
                Shelf.MACHINE, Shelf.MACHINE_ROLE, WHY, Disclosure.ACTION, Shelf.subject(one)),
            new Disclosure(
                told.kind(),
                told.recipient(),
                told.document(),
                told.sha256Hex(),
                Map.of(
                    "case", Shelf.subject(one),
                    "person", "person:" + one.personId(),
                    "submission", "submission:" + answer.control())));
  }

  @Override
  public void close() {
    loop.close(Duration.ofSeconds(5));
  }
}
