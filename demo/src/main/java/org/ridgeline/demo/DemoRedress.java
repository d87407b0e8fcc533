package org.ridgeline.demo;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ridgeline.app.RedressAt;
import org.ridgeline.casework.casefile.Case;
import org.ridgeline.casework.casefile.CaseQueue;
import org.ridgeline.casework.casefile.CaseState;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.casework.redress.ClaimKind;
import org.ridgeline.casework.redress.CorrectionNotice;
import org.ridgeline.casework.redress.DecisionKind;
import org.ridgeline.casework.redress.Opening;
import org.ridgeline.casework.redress.Receipt;
import org.ridgeline.casework.redress.Redress;
import org.ridgeline.casework.redress.RedressDesk.Ruling;
import org.ridgeline.casework.redress.RedressItem;
import org.ridgeline.casework.redress.Remedy;
import org.ridgeline.exchange.operator.Role;

/// Fictional complaints and claims: one new, one urgent, one whose time is up, and one that was
/// answered, with a correction that went to everybody who had been told.
final class DemoRedress {
  private static final int RECEIPT_BYTES = 12;
  private static final SecureRandom RANDOM = new SecureRandom();

  /// Longer than any deadline of the rules.
  private static final Duration LONG_AGO = Duration.ofDays(60);

  private static final Opening COMPLAINT =
      opening(
          ClaimKind.DUE_PROCESS,
          false,
          "Nobody told me why my prints were sent on, and there was no interpreter. (Fictional.)",
          "en");

  private static final Opening URGENT =
      opening(
          ClaimKind.CITIZENSHIP,
          true,
          "Soy ciudadano desde 2004 y sigo en la cárcel del condado. (Ficticio.)",
          "es");

  private static final Opening OLD =
      opening(
          ClaimKind.IDENTITY,
          false,
          "The record you hold is my cousin's, not mine. I wrote two months ago. (Fictional.)",
          "en");

  private static final Opening WRONG =
      opening(
          ClaimKind.CORRECTION,
          false,
          "The charge you passed on was dismissed; the court's paper says so. (Fictional.)",
          "en");

  private final Redress now;
  private final RedressAt at;
  private final CaseQueue cases;
  private final DemoStaff staff;
  private boolean isAnswered;

  DemoRedress(Redress now, RedressAt at, CaseQueue cases, DemoStaff staff) {
    this.now = now;
    this.at = at;
    this.cases = cases;
    this.staff = staff;
  }

  private static Opening opening(
      ClaimKind kind, boolean inCustody, String account, String language) {
    String facility = inCustody ? "Carrow county jail (fictional)" : "";
    return new Opening(
        kind,
        inCustody,
        account,
        "Please put it right.",
        new Opening.Person("", "", facility, ""),
        language);
  }

  /// Opens what waits to be answered, unless the folder has some.
  void open() {
    isAnswered = !now.desk().queue(officer(), true).isEmpty();
    if (!now.desk().queue(officer(), false).isEmpty()) {
      return;
    }
    open(now, COMPLAINT);
    open(now, URGENT);
    Redress longAgo = at.at(ago(LONG_AGO));
    UUID old = open(longAgo, OLD);
    at.at(ago(LONG_AGO.minusDays(3))).desk().acknowledge(officer(), old);
  }

  private static Clock ago(Duration ago) {
    return Clock.fixed(Instant.now().minus(ago), ZoneOffset.UTC);
  }

  private UUID open(Redress redress, Opening opening) {
    byte[] random = new byte[RECEIPT_BYTES];
    RANDOM.nextBytes(random);
    RedressItem item = redress.counter().open(opening, Receipt.ofRandom(random));
    return item.itemId();
  }

  /// Answers one as soon as there is a case of which somebody outside was told.
  void carryOn() {
    if (!isAnswered) {
      told()
          .ifPresent(one -> {
            isAnswered = true;
            answer(one);
          });
    }
  }

  private Optional<Case> told() {
    for (CaseState state : List.of(CaseState.NOTIFIED, CaseState.IN_CUSTODY_WATCH)) {
      var filter = new CaseQueue.Filter(state.name(), "", "", "", Instant.now().plusSeconds(60));
      Actor reader = staff.actor(Role.OFFICER, "demo: whom a correction is about");
      Optional<Case> found = cases.list(reader, filter, 1).stream().findFirst();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private void answer(Case one) {
    UUID item = open(now, WRONG);
    Actor officer = officer();
    now.desk().acknowledge(officer, item);
    now.desk().link(officer, item, one.number());
    now.desk().verify(officer, item, "fictional identity card seen at the counter");
    now.desk()
        .decide(
            officer,
            item,
            new Ruling(
                DecisionKind.UPHELD,
                "The fictional court's paper shows that the charge was dismissed.",
                List.of(Remedy.CORRECT_FACT),
                "The charge named with this answer was dismissed. Correct your copy."));
    for (CorrectionNotice notice : now.corrections().of(item)) {
      now.corrections().fetch(notice.to());
      now.desk().heard(officer, item, notice.noticeId(), "fictional letter of today");
    }
  }

  private Actor officer() {
    return staff.actor(Role.REDRESS_OFFICER, "demo: answering fictional requests");
  }
}
