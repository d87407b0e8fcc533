package org.ridgeline.casework.determination;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.ridgeline.casework.casefile.Case;
import org.ridgeline.casework.casefile.CaseDesk;
import org.ridgeline.casework.casefile.CaseListener;
import org.ridgeline.casework.casefile.CaseState;
import org.ridgeline.casework.casefile.Shelf;
import org.ridgeline.casework.casefile.Step;
import org.ridgeline.casework.desk.Daybook;
import org.ridgeline.casework.determination.DeterminationStore.Outbound;
import org.ridgeline.exchange.identify.SecondAnswers;
import org.ridgeline.exchange.identify.SecondAnswers.Sent;
import org.ridgeline.ledger.Disclosure;
import org.ridgeline.ledger.LedgerEntry;
import org.ridgeline.ledger.RecipientKind;
import org.ridgeline.ledger.Subject;
import org.ridgeline.outbox.WorkLoop;

/// Sends the second answers that casework has committed to, tells the ledger who was told what, and
/// moves the case on. Sent at least once: the exchange knows an answer by its id and sends it once.
public final class AnswerRelay implements CaseListener, AutoCloseable {
  private static final Logger LOG = System.getLogger(AnswerRelay.class.getName());
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
  private static final int AT_ONCE = 50;
  private static final String WHY = "second answer";

  private static final Set<CaseState> ANSWERING =
      EnumSet.of(
          CaseState.DETERMINED,
          CaseState.NOTIFIED,
          CaseState.IN_CUSTODY_WATCH,
          CaseState.REFERRED,
          CaseState.CLOSED);

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
  /// what the case knows of the person goes. A case that ends by a stop answers the same: nothing
  /// of a protected person is said, and nobody waits for ever.
  @Override
  public void stepped(Case after, Step step) {
    if (step == Step.SETTLE_EXCLUDED || step == Step.CLOSE_INCONCLUSIVE) {
      noMatch(after, _ -> true);
      desk.purge(after.caseId(), "nobody was identified");
    } else if (step == Step.CLOSE_STOPPED) {
      store.takeBack(after.caseId());
      noMatch(after, _ -> true);
    }
  }

  /// A joined booking is told what was determined, once it is known to be the same person's; who is
  /// not identified is told that nobody was found.
  @Override
  public void settled(Case after, Case.Booking booking) {
    if (booking.isAnswered()) {
      standing(after)
          .ifPresent(draft ->
              store.queue(
                  Outbound.of(after, booking, Optional.of(draft.determinationId())), shelf.now()));
    } else {
      store.queue(Outbound.of(after, booking, Optional.empty()), shelf.now());
      shelf.cases().purgeBooking(booking.leadId());
    }
  }

  /// What examiners have not looked at when a case is taken out, they never will.
  @Override
  public void purged(Case one) {
    noMatch(one, booking -> !store.isAnswered(booking.control()));
  }

  private void noMatch(Case one, Predicate<Case.Booking> which) {
    // Anew: bookings may have left the case in this transaction.
    shelf.known(one.caseId()).bookings().stream()
        .filter(booking -> !store.isNoMatch(booking.control()))
        .filter(which)
        .forEach(booking -> store.queue(Outbound.of(one, booking, Optional.empty()), shelf.now()));
  }

  /// The determination that answers of a case rest on now; empty while none is signed, or the case
  /// was opened again since.
  private Optional<Draft> standing(Case one) {
    return ANSWERING.contains(one.state())
        ? store.of(one.caseId()).stream().filter(Draft::isSigned).reduce((_, last) -> last)
        : Optional.empty();
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
            WorkLoop.retryAfter(answer.attempts() + 1));
      }
    }
  }

  private void send(Outbound answer) {
    Optional<Determination> determination =
        answer.determinationId().map(id -> signed(id, answer.caseId()));
    Sent sent =
        determination
            .map(signed ->
                answers.send(answer.control(), SecondAnswer.of(signed, answer.outboundId())))
            .orElseGet(() -> answers.noMatch(answer.control(), answer.outboundId()));
    boolean purges =
        determination
            .map(signed -> signed.kind().effect() == DeterminationKind.Effect.CLOSE_AND_PURGE)
            .orElse(true);
    if (mustGo(answer, purges)) {
      answers.purge(answer.control(), purges ? "nobody identified, or no concern" : "case purged");
    }
    shelf
        .transaction()
        .executeWithoutResult(_ -> {
          if (!store.sent(answer.outboundId(), shelf.now())) {
            return;
          }
          Case one = shelf.known(answer.caseId());
          disclose(one, answer, sent, determination.isPresent());
          determination
              .filter(_ -> answer.control().equals(one.booking().control()))
              .ifPresent(signed -> goOn(one, signed));
        });
  }

  private Determination signed(UUID determinationId, UUID caseId) {
    return shelf.transaction().execute(_ -> store.answerable(determinationId, caseId));
  }

  /// Whether the exchange is to forget the booking now: unless its case is under a hold, whose
  /// release purges it.
  private boolean mustGo(Outbound answer, boolean purges) {
    Case one = shelf.known(answer.caseId());
    return (purges || one.purgedAt().isPresent()) && !desk.isHeld(one);
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
      desk.purge(one.caseId(), "determined: " + signed.kind().key());
    }
  }

  private void disclose(Case one, Outbound answer, Sent sent, boolean determined) {
    String document = determined ? "determination" : "answer.IDR";
    tell(one, answer, new Told(RecipientKind.BUREAU, sent.state(), document, sent.sha256Hex()));
    sent.agencyOri()
        .ifPresent(ori ->
            tell(one, answer, new Told(RecipientKind.AGENCY, ori, document, sent.sha256Hex())));
  }

  private record Told(RecipientKind kind, String recipient, String document, String sha256Hex) {}

  private void tell(Case one, Outbound answer, Told told) {
    shelf
        .daybook()
        .ledger()
        .disclosed(
            LedgerEntry.of(
                Daybook.MACHINE, Daybook.MACHINE_ROLE, WHY, Disclosure.ACTION, Shelf.subject(one)),
            Disclosure.to(
                told.kind(),
                told.recipient(),
                told.document(),
                told.sha256Hex(),
                Map.of(
                    "case", Shelf.subject(one).text(),
                    "person", Subject.Kind.PERSON.text(one.personId()),
                    "submission", Subject.Kind.SUBMISSION.text(answer.control()))));
  }

  @Override
  public void close() {
    loop.close(Duration.ofSeconds(5));
  }
}
