package org.ridgeline.demo;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.ridgeline.casework.casefile.Case;
import org.ridgeline.casework.casefile.CaseDesk.Wish;
import org.ridgeline.casework.casefile.CaseState;
import org.ridgeline.casework.casefile.EvidenceDesk.Run;
import org.ridgeline.casework.casefile.Step;
import org.ridgeline.casework.determination.SigningDesk.Paper;
import org.ridgeline.casework.evidence.CheckResult;
import org.ridgeline.casework.evidence.CitizenshipCheck;
import org.ridgeline.casework.evidence.Fact;
import org.ridgeline.casework.evidence.ProtectedStop;
import org.ridgeline.casework.evidence.Reliability;
import org.ridgeline.casework.evidence.SourceDocument;
import org.ridgeline.exchange.operator.Role;

/// What the demo's officer, supervisor and approver do on a case, each at the desk where people do
/// it and with its purpose.
final class DemoPaperwork {
  private static final int LOOKS = 1200;
  private static final long LOOK_AGAIN_MS = 100;

  private final CaseDesks cases;
  private final DemoStaff staff;

  DemoPaperwork(CaseDesks cases, DemoStaff staff) {
    this.cases = cases;
    this.staff = staff;
  }

  private org.ridgeline.casework.desk.Actor officer() {
    return staff.actor(Role.OFFICER, "demo: building a fictional case");
  }

  /// Runs all five checks; one finds something where `indicator` says what.
  void check(UUID caseId, Optional<String> indicator) {
    for (CitizenshipCheck check : CitizenshipCheck.values()) {
      Optional<String> found = indicator.filter(_ -> check == CitizenshipCheck.NATURALISATION);
      CheckResult result =
          found.<CheckResult>map(CheckResult.Positive::new).orElse(new CheckResult.Negative());
      cases.evidence().check(officer(), caseId, new Run(check, result, source(check), today()));
    }
  }

  private static String source(CitizenshipCheck check) {
    return switch (check) {
      case NATURALISATION -> "Fictional naturalisation index";
      case DERIVED_OR_ACQUIRED -> "Fictional interview about the parents";
      case PASSPORT -> "Fictional passport index";
      case JAIL_RECORD -> "Fictional booking sheet";
      case OWN_CLAIM -> "Fictional interview";
    };
  }

  /// The supervisor looks at a check that points to citizenship.
  void review(UUID caseId) {
    cases
        .evidence()
        .review(
            staff.actor(Role.SUPERVISOR, "demo: reviewing citizenship"),
            caseId,
            "Fictional: the certificate's number and date of birth fit the person.",
            seen(caseId));
  }

  /// Checks done, nothing found.
  void toFacts(UUID caseId) {
    check(caseId, Optional.empty());
    step(caseId, Step.FINISH_CITIZENSHIP, "nothing points to citizenship");
  }

  /// A fact for.
  void pointsFor(UUID caseId, Fact.Kind kind, String content) {
    fact(caseId, Fact.Side.FOR, kind, content);
  }

  /// A fact against.
  void pointsAgainst(UUID caseId, Fact.Kind kind, String content) {
    fact(caseId, Fact.Side.AGAINST, kind, content);
  }

  private void fact(UUID caseId, Fact.Side side, Fact.Kind kind, String content) {
    cases
        .evidence()
        .fact(
            officer(),
            caseId,
            new Fact(side, kind, content, "Fictional file", officer().name(), Instant.now()));
  }

  /// Facts, interview and a source document are there; gives the document.
  UUID toReady(UUID caseId) {
    toFacts(caseId);
    return complete(caseId);
  }

  /// From the facts on.
  UUID complete(UUID caseId) {
    fact(
        caseId,
        Fact.Side.NONE_FOUND,
        Fact.Kind.OTHER,
        "Fictional benefits index, court records and jail file.");
    var evidence = cases.evidence();
    evidence.interview(
        officer(),
        caseId,
        Optional.of(today()),
        "English",
        "Fictional interview: asked about status, family and health; answers are in the facts.");
    UUID document = attach(caseId, "Fictional index extract");
    step(caseId, Step.FINISH_FACTS, "facts are complete");
    return document;
  }

  /// Attaches a document that bears the record itself.
  UUID attach(UUID caseId, String title) {
    return cases
        .evidence()
        .attach(
            officer(),
            caseId,
            new SourceDocument.Head(title, true, Reliability.A, today(), "text/plain"),
            (title + ".").getBytes(StandardCharsets.UTF_8))
        .documentId();
  }

  /// The officer signs; without a document a second person must.
  void sign(UUID caseId, String kind, Optional<UUID> document) {
    cases
        .signing()
        .sign(
            officer(),
            new Paper(
                caseId,
                now(caseId).version(),
                kind,
                document,
                "Fictional: documents seen, interview held, nothing left open.",
                seen(caseId)),
            staff.password(Role.OFFICER));
  }

  /// The approver signs second.
  void countersign(UUID caseId) {
    cases
        .signing()
        .countersign(
            staff.actor(Role.APPROVER, "demo: signing second"),
            caseId,
            now(caseId).version(),
            seen(caseId),
            staff.password(Role.APPROVER));
  }

  /// Stops a case because the person may be protected.
  void stop(UUID caseId, ProtectedStop.Kind kind) {
    cases.evidence().stop(officer(), wish(caseId, Step.STOP, ""), kind);
  }

  /// Signs, and stops what is signed before the answer can leave: both in one transaction.
  void signAndStop(UUID caseId, UUID document) {
    cases
        .shelf()
        .transaction()
        .executeWithoutResult(_ -> {
          sign(caseId, "notify-on-release", Optional.of(document));
          stop(caseId, ProtectedStop.Kind.WITNESS);
        });
  }

  void step(UUID caseId, Step step, String note) {
    cases.desk().step(officer(), wish(caseId, step, note));
  }

  Wish wish(UUID caseId, Step step, String note) {
    return new Wish(caseId, now(caseId).version(), step, note, seen(caseId));
  }

  private String seen(UUID caseId) {
    return cases.exhibits().of(now(caseId)).token();
  }

  /// Waits for what the program does by itself.
  /// - **Error** [IllegalStateException] if it does not within two minutes
  void await(UUID caseId, CaseState state) throws InterruptedException {
    for (int i = 0; now(caseId).state() != state; i++) {
      if (i == LOOKS) {
        throw new IllegalStateException(
            now(caseId).number() + " is " + now(caseId).state() + ", not " + state);
      }
      Thread.sleep(LOOK_AGAIN_MS);
    }
  }

  Case now(UUID caseId) {
    return cases.shelf().known(caseId);
  }

  static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }
}
