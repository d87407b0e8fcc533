package org.ridgeline.app.main;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ridgeline.casework.Actor;
import org.ridgeline.casework.Casework;
import org.ridgeline.casework.casefile.Case;
import org.ridgeline.casework.casefile.CaseDesk.Wish;
import org.ridgeline.casework.casefile.CaseQueue;
import org.ridgeline.casework.casefile.CaseState;
import org.ridgeline.casework.casefile.EvidenceDesk.Run;
import org.ridgeline.casework.casefile.Step;
import org.ridgeline.casework.custody.CustodyDesk;
import org.ridgeline.casework.custody.Milestone;
import org.ridgeline.casework.custody.Outcome;
import org.ridgeline.casework.custody.OutcomeKind;
import org.ridgeline.casework.determination.SigningDesk.Paper;
import org.ridgeline.casework.evidence.CheckResult;
import org.ridgeline.casework.evidence.CitizenshipCheck;
import org.ridgeline.casework.evidence.Fact;
import org.ridgeline.casework.evidence.Reliability;
import org.ridgeline.casework.evidence.SourceDocument;
import org.ridgeline.exchange.operator.Role;

/// Carries the demo's fictional cases on, each to another state, so that a visitor finds some in
/// every one. Every step is taken through the same desks as by people, and is in the ledger with
/// its purpose; only what examiners found is said by the demo itself.
final class DemoCases {
  private static final int CASES_AT_ONCE = 50;

  /// Where the next cases are carried to, in turn; the first is left to the visitor.
  private static final List<Aim> AIMS =
      List.of(
          Aim.LEFT,
          Aim.READY,
          Aim.IN_CUSTODY,
          Aim.CITIZENSHIP,
          Aim.CLOSED_REMOVED,
          Aim.FACTS,
          Aim.CITIZEN,
          Aim.LAWFUL,
          Aim.COUNTERSIGN,
          Aim.EXCLUDED,
          Aim.NOTIFIED,
          Aim.INCONCLUSIVE);

  private enum Aim {
    LEFT,
    CITIZENSHIP,
    FACTS,
    READY,
    COUNTERSIGN,
    NOTIFIED,
    IN_CUSTODY,
    CLOSED_REMOVED,
    CITIZEN,
    LAWFUL,
    EXCLUDED,
    INCONCLUSIVE
  }

  private final Casework casework;
  private final DemoStaff staff;
  private final Set<UUID> seen = new HashSet<>();
  private int turn;

  DemoCases(Casework casework, DemoStaff staff) {
    this.casework = casework;
    this.staff = staff;
  }

  /// Carries on what has come since the last time.
  void carryOn() throws InterruptedException {
    var filter =
        new CaseQueue.Filter(CaseState.VERIFYING.name(), "", "", "", Instant.now().plusSeconds(60));
    Actor officer = staff.actor(Role.OFFICER);
    for (Case one : casework.cases().queue().list(officer, filter, CASES_AT_ONCE)) {
      if (seen.add(one.caseId())) {
        carry(one.caseId(), AIMS.get(turn++ % AIMS.size()));
      }
    }
  }

  private void carry(UUID caseId, Aim aim) throws InterruptedException {
    switch (aim) {
      case LEFT -> {}
      case EXCLUDED -> settle(caseId, Step.SETTLE_EXCLUDED);
      case INCONCLUSIVE -> settle(caseId, Step.SETTLE_INCONCLUSIVE);
      case CITIZENSHIP -> settle(caseId, Step.SETTLE_IDENTIFIED);
      case FACTS -> toFacts(caseId);
      case READY -> toReady(caseId);
      case COUNTERSIGN -> sign(caseId, "notify-on-release", true);
      case CITIZEN -> sign(caseId, "us-citizen", false);
      case LAWFUL -> sign(caseId, "lawful-status", false);
      case NOTIFIED -> sign(caseId, "notify-on-release", false);
      case IN_CUSTODY -> inCustody(caseId);
      case CLOSED_REMOVED -> closed(caseId);
    }
  }

  private void settle(UUID caseId, Step step) {
    casework
        .verification()
        .desk()
        .withdraw(caseId, casework.cases().shelf().known(caseId).booking().control());
    casework.cases().desk().machine(caseId, step, "demo: as if two examiners had agreed");
  }

  private void toFacts(UUID caseId) {
    settle(caseId, Step.SETTLE_IDENTIFIED);
    for (CitizenshipCheck check : CitizenshipCheck.values()) {
      casework
          .cases()
          .evidence()
          .check(
              staff.actor(Role.OFFICER),
              caseId,
              new Run(check, new CheckResult.Negative(), "fictional index", today()));
    }
    step(caseId, Step.FINISH_CITIZENSHIP, "nothing points to citizenship");
  }

  private UUID toReady(UUID caseId) {
    toFacts(caseId);
    Actor officer = staff.actor(Role.OFFICER);
    var evidence = casework.cases().evidence();
    evidence.fact(
        officer,
        caseId,
        new Fact(
            Fact.Side.NONE_FOUND,
            Fact.Kind.OTHER,
            "fictional benefits index, court records and jail file",
            "own search",
            officer.name(),
            Instant.now()));
    evidence.interview(officer, caseId, Optional.of(today()), "English", "Fictional interview.");
    UUID document =
        evidence
            .attach(
                officer,
                caseId,
                new SourceDocument.Head(
                    "Fictional index extract", true, Reliability.A, today(), "text/plain"),
                "Fictional extract.".getBytes(StandardCharsets.UTF_8))
            .documentId();
    step(caseId, Step.FINISH_FACTS, "facts are complete");
    return document;
  }

  private void sign(UUID caseId, String kind, boolean withoutDocument) {
    UUID document = toReady(caseId);
    casework
        .cases()
        .signing()
        .sign(
            staff.actor(Role.OFFICER),
            new Paper(
                caseId,
                version(caseId),
                kind,
                withoutDocument ? Optional.empty() : Optional.of(document),
                "Fictional: documents seen, interview held, nothing left open."),
            staff.password(Role.OFFICER));
  }

  private void inCustody(UUID caseId) throws InterruptedException {
    sign(caseId, "notify-on-release", false);
    await(caseId, CaseState.NOTIFIED);
    step(caseId, Step.WATCH_CUSTODY, "the jail still has the person");
    Duration untilRelease = Duration.ofHours(18);
    report(caseId, Milestone.RELEASE_EXPECTED, Instant.now().plus(untilRelease));
  }

  private void closed(UUID caseId) throws InterruptedException {
    inCustody(caseId);
    report(caseId, Milestone.RELEASED, Instant.now());
    casework
        .closing()
        .close(
            staff.actor(Role.OFFICER),
            new Wish(caseId, version(caseId), Step.CLOSE_WITH_OUTCOME, "reported by the jail"),
            new Outcome(OutcomeKind.RELEASED, today(), "fictional jail system", "INTEROP", ""));
  }

  private void report(UUID caseId, Milestone milestone, Instant at) {
    casework
        .custody()
        .desk()
        .report(
            staff.actor(Role.OFFICER),
            caseId,
            new CustodyDesk.Report(milestone, at, Optional.empty(), "fictional jail system"));
  }

  private void step(UUID caseId, Step step, String note) {
    casework
        .cases()
        .desk()
        .step(staff.actor(Role.OFFICER), new Wish(caseId, version(caseId), step, note));
  }

  private void await(UUID caseId, CaseState state) throws InterruptedException {
    for (int i = 0; i < 100; i++) {
      if (casework.cases().shelf().known(caseId).state() == state) {
        return;
      }
      Thread.sleep(100);
    }
  }

  private int version(UUID caseId) {
    return casework.cases().shelf().known(caseId).version();
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }
}
