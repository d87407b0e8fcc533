package org.ridgeline.app.system;

import static org.ridgeline.app.system.CaseWorld.actor;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ridgeline.casework.casefile.Case;
import org.ridgeline.casework.casefile.CaseDesk.Wish;
import org.ridgeline.casework.casefile.CaseState;
import org.ridgeline.casework.casefile.EvidenceDesk.Run;
import org.ridgeline.casework.casefile.HistoryDesk.Ending;
import org.ridgeline.casework.casefile.Step;
import org.ridgeline.casework.custody.CustodyDesk;
import org.ridgeline.casework.custody.Milestone;
import org.ridgeline.casework.custody.Outcome;
import org.ridgeline.casework.custody.OutcomeKind;
import org.ridgeline.casework.custody.Referral;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.casework.determination.SigningDesk.Paper;
import org.ridgeline.casework.evidence.CheckResult;
import org.ridgeline.casework.evidence.CitizenshipCheck;
import org.ridgeline.casework.evidence.Fact;
import org.ridgeline.casework.evidence.ProtectedStop;
import org.ridgeline.casework.evidence.Reliability;
import org.ridgeline.casework.evidence.SourceDocument;
import org.ridgeline.casework.verification.Settlement;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.policy.history.ChargeNumber;
import org.ridgeline.policy.history.Disposition;
import org.ridgeline.policy.history.Grade;
import org.ridgeline.policy.history.Offence;

/// Examiners, officers, approvers, supervisors and a jail that do their work on a day's cases.
final class CasedayStaff {
  private static final Actor OFFICER = actor(Role.OFFICER);
  private static final Actor SUPERVISOR = actor(Role.SUPERVISOR);
  private static final Actor AGENCY = actor(Role.BOOKING_AGENCY);

  private final CasedayWorld world;
  private final Rooms.Cases cases;

  CasedayStaff(CasedayWorld world) {
    this.world = world;
    cases = world.casework.cases();
  }

  private Case now(Case one) {
    return cases.shelf().known(one.caseId());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(world.clock.instant(), ZoneOffset.UTC);
  }

  private Wish wish(Case one, Step step) {
    return new Wish(one.caseId(), now(one).version(), step, "a reason in words", seen(one));
  }

  private String seen(Case one) {
    return cases.exhibits().of(now(one)).token();
  }

  private void step(Actor actor, Case one, Step step) {
    cases.desk().step(actor, wish(one, step));
  }

  static boolean isExcluded(int number) {
    return number % 25 == 4;
  }

  static boolean isInconclusive(int number) {
    return number % 25 == 14;
  }

  /// Whether a repeated booking is of somebody else.
  static boolean isOther(int number) {
    return number % 80 == 79;
  }

  static boolean isStopped(int number) {
    return number % 50 == 11;
  }

  static boolean isCitizen(int number) {
    return number % 25 == 3;
  }

  /// What the examiners and their supervisor settle on.
  void verify(Case one) {
    int number = world.number(one);
    Step verdict =
        isExcluded(number)
            ? Step.SETTLE_EXCLUDED
            : isInconclusive(number) ? Step.SETTLE_INCONCLUSIVE : Step.SETTLE_IDENTIFIED;
    cases.desk().machine(one.caseId(), verdict, "examiners");
    one.bookings().stream()
        .filter(Case.Booking::joined)
        .forEach(booking ->
            cases
                .joined()
                .settled(
                    one.caseId(),
                    booking.control(),
                    isOther(world.number(booking)) ? Settlement.EXCLUDED : Settlement.IDENTIFIED));
    if (isInconclusive(number)) {
      step(SUPERVISOR, one, Step.CLOSE_INCONCLUSIVE);
    }
  }

  /// From the citizenship review to the signature.
  void determine(Case one) {
    int number = world.number(one);
    if (isStopped(number)) {
      cases.evidence().stop(OFFICER, wish(one, Step.STOP), ProtectedStop.Kind.values()[0]);
      step(SUPERVISOR, one, Step.CLOSE_STOPPED);
      return;
    }
    for (CitizenshipCheck check : CitizenshipCheck.values()) {
      CheckResult result =
          isCitizen(number) && check == CitizenshipCheck.values()[0]
              ? new CheckResult.Positive("passport issued")
              : new CheckResult.Negative();
      cases.evidence().check(OFFICER, one.caseId(), new Run(check, result, "index", today()));
    }
    if (isCitizen(number)) {
      cases.evidence().review(SUPERVISOR, one.caseId(), "A strong indicator.", seen(one));
    }
    step(OFFICER, one, Step.FINISH_CITIZENSHIP);
    Optional<UUID> document = establish(one, number);
    step(OFFICER, one, Step.FINISH_FACTS);
    sign(one, number, document);
  }

  private Optional<UUID> establish(Case one, int number) {
    cases
        .evidence()
        .fact(
            OFFICER,
            one.caseId(),
            new Fact(
                Fact.Side.NONE_FOUND,
                Fact.Kind.OTHER,
                "benefits index, court records, jail file",
                "own search",
                OFFICER.name(),
                world.clock.instant()));
    cases
        .evidence()
        .interview(OFFICER, one.caseId(), Optional.of(today()), "Spanish", "Asked and answered.");
    if (number % 8 == 5) {
      return Optional.empty();
    }
    SourceDocument.Head head =
        new SourceDocument.Head("Extract", true, Reliability.A, today(), "text/plain");
    byte[] bytes = "extract".getBytes(StandardCharsets.UTF_8);
    UUID document = cases.evidence().attach(OFFICER, one.caseId(), head, bytes).documentId();
    if (number % 3 == 1) {
      court(one, number, document);
    }
    return Optional.of(document);
  }

  private void court(Case one, int number, UUID document) {
    Offence of = Offence.of("2303", "LARCENY", number % 2 == 0 ? Grade.FELONY : Grade.MISDEMEANOUR);
    cases
        .history()
        .record(
            OFFICER,
            one.caseId(),
            new Ending(
                ChargeNumber.of("1.1"),
                new Disposition.Convicted(of, Optional.empty(), LocalDate.of(2016, 1, 2)),
                "Superior Court",
                "CR-" + number,
                document));
  }

  private void sign(Case one, int number, Optional<UUID> document) {
    Case ready = now(one);
    Paper paper =
        new Paper(
            one.caseId(),
            ready.version(),
            kind(number),
            document,
            "What I decided, and why.",
            seen(one));
    Case after = cases.signing().sign(OFFICER, paper, CasedayWorld.PASSWORD);
    if (after.state() == CaseState.COUNTERSIGN) {
      cases
          .signing()
          .countersign(
              actor(Role.APPROVER),
              one.caseId(),
              after.version(),
              seen(one),
              CasedayWorld.PASSWORD);
    }
  }

  private static String kind(int number) {
    if (isCitizen(number)) {
      return "us-citizen";
    }
    return switch (number % 10) {
      case 0 -> "referred-to-prosecutor";
      case 1, 2 -> "lawful-status";
      case 3, 4, 5, 6 -> "no-action";
      default -> "notify-on-release";
    };
  }

  /// The jail says when it expects to let the person go.
  void expectRelease(Case one) {
    report(one, Milestone.RELEASE_EXPECTED, world.clock.instant().plus(Duration.ofHours(60)));
  }

  /// Of ten persons whose release was expected seven are let go in time, two may go and are kept,
  /// and of one nothing is heard.
  static boolean isKept(int number) {
    return number / 10 % 10 == 4 || number / 10 % 10 == 7;
  }

  static boolean isSilent(int number) {
    return number / 10 % 10 == 2;
  }

  void release(Case one) {
    int number = world.number(one);
    if (isKept(number)) {
      report(one, Milestone.RELEASE_ELIGIBLE, world.clock.instant());
    } else if (!isSilent(number)) {
      report(one, Milestone.RELEASED, world.clock.instant());
    }
  }

  /// Whoever was kept or not heard of is let go after all.
  void releaseLate(Case one) {
    int number = world.number(one);
    if (isKept(number) || isSilent(number)) {
      report(one, Milestone.RELEASED, world.clock.instant());
    }
  }

  private void report(Case one, Milestone milestone, Instant at) {
    var report = new CustodyDesk.Report(milestone, at, Optional.empty(), "jail system");
    world.casework.custody().desk().report(AGENCY, one.caseId(), report);
  }

  /// The officer closes with what became of the person.
  void close(Case one) {
    boolean referred = one.state() == CaseState.REFERRED;
    if (referred) {
      var removal = new Referral.PriorRemoval("file 7", LocalDate.EPOCH);
      world.casework.custody().referrals().refer(OFFICER, one.caseId(), removal, "Prosecutor");
    }
    OutcomeKind kind = referred ? OutcomeKind.PROSECUTED : OutcomeKind.RELEASED;
    world
        .casework
        .closing()
        .close(
            OFFICER,
            wish(one, Step.CLOSE_WITH_OUTCOME),
            new Outcome(kind, today(), "jail", "INTEROP", ""));
  }

  /// Cases in any of these states, as they stand now.
  List<Case> in(CaseState... states) {
    List<CaseState> wanted = List.of(states);
    return world.cases().stream().filter(one -> wanted.contains(one.state())).toList();
  }
}
