package org.ridgeline.casework.casefile;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.ridgeline.casework.desk.Act;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.casework.desk.Field;
import org.ridgeline.casework.desk.Kept;
import org.ridgeline.casework.desk.Refusal;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.casework.evidence.Limits;
import org.ridgeline.casework.history.FactorStore;
import org.ridgeline.casework.history.HistoryStore;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.ledger.Action;
import org.ridgeline.ledger.Action.Known;
import org.ridgeline.ledger.Subject;
import org.ridgeline.outbox.WorkLoop;
import org.ridgeline.policy.CaseHistory;
import org.ridgeline.policy.DifferenceReport;
import org.ridgeline.policy.Evidence;
import org.ridgeline.policy.HistoryEntry;
import org.ridgeline.policy.Level;
import org.ridgeline.policy.PolicyTable;
import org.ridgeline.policy.Priority;
import org.ridgeline.policy.PriorityPolicy;
import org.ridgeline.policy.ReplayCase;
import org.ridgeline.policy.history.ChargeNumber;
import org.ridgeline.policy.history.Disposition;
import org.ridgeline.policy.history.History;
import org.ridgeline.policy.history.HistoryLine;
import org.ridgeline.policy.history.Source;
import org.ridgeline.vocabulary.event.Event;

/// Where a case's history is read and courts' records are noted, and where the priority that orders
/// queues is worked out anew after each.
public final class HistoryDesk implements CaseListener, AutoCloseable {
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(10);

  private final Shelf shelf;
  private final Records records;
  private final HistoryStore entries;
  private final FactorStore factors;
  private final PriorityPolicy policy;
  private final Additions additions;
  private final WorkLoop loop = new WorkLoop("priorities", LOOK_AGAIN, this::refreshDue);

  public HistoryDesk(
      Shelf shelf,
      Records records,
      HistoryStore entries,
      FactorStore factors,
      PriorityPolicy policy) {
    this.shelf = shelf;
    this.records = records;
    this.entries = entries;
    this.factors = factors;
    this.policy = policy;
    additions = new Additions(shelf, Field.HISTORY);
  }

  /// What a court's or prosecutor's record says of a charge, and the case's document that shows it.
  public record Ending(
      ChargeNumber charge, Disposition disposition, String court, String docket, UUID document) {}

  /// A factor somebody wants to note; the path to contest it for gang claims only.
  public record Claim(
      FactorStore.Kind kind, String source, LocalDate expiresOn, String contestPath) {}

  /// The history of a case, for somebody who has read the case. Undetermined where the criminal
  /// repository cannot be read: nothing known of it is not the same as no history.
  public Assessed assess(Actor actor, UUID caseId) {
    CaseDesk.needs(actor, CaseDesk.READERS, Act.READING);
    return assessed(shelf.known(caseId));
  }

  /// The same for a case at hand.
  Assessed assessed(Case one) {
    UUID caseId = one.caseId();
    List<FactorStore.Row> rows = factors.rows(caseId);
    Records.Known known = records.of(one);
    if (known.trouble().isPresent()) {
      Priority unknown = policy.unknown(known.trouble().get());
      return new Assessed(History.empty(), rows, unknown);
    }
    History history = CaseHistory.of(known.history(), entries.entries(caseId));
    return new Assessed(history, rows, policy.assess(history, factors.factors(caseId), today()));
  }

  /// Notes what a court's record says of a charge.
  public void record(Actor actor, UUID caseId, Ending ending) {
    CaseDesk.needs(actor, Set.of(Role.OFFICER), Act.ADDING);
    Source.Court court =
        new Source.Court(
            Limits.line(Field.COURT, ending.court()),
            Limits.line(Field.DOCKET, ending.docket()),
            actor.name(),
            today());
    write(
        actor,
        caseId,
        Known.EVIDENCE_RECORD_DISPOSITION,
        one -> {
          Limits.room(Kept.DISPOSITIONS, entries.entries(caseId).size(), Limits.ENTRIES_MAX);
          if (shelf.evidence().bytes(caseId, ending.document()).isEmpty()) {
            throw new RefusedStep(Refusal.DOCUMENT_OF_ANOTHER_CASE);
          }
          List<HistoryLine> lines = lines(one);
          try {
            String line = CaseHistory.line(lines, ending.charge());
            var entry = new HistoryEntry(line, ending.disposition(), court, shelf.now());
            CaseHistory.of(lines, List.of(entry));
            entries.add(caseId, entry, ending.document());
          } catch (IllegalArgumentException e) {
            throw new RefusedStep(Refusal.HISTORY_CANNOT_BE, String.valueOf(e.getMessage()));
          }
        });
  }

  /// Notes a factor. A gang claim counts only after a supervisor has reviewed it.
  public void claim(Actor actor, UUID caseId, Claim claim) {
    CaseDesk.needs(actor, Set.of(Role.OFFICER), Act.ADDING);
    boolean gang = claim.kind() == FactorStore.Kind.GANG_CLAIM;
    String contest = gang ? Limits.line(Field.CONTEST, claim.contestPath()) : "";
    write(
        actor,
        caseId,
        Known.EVIDENCE_NOTE_FACTOR,
        _ -> {
          Limits.room(
              Kept.FACTORS, factors.rows(caseId).size(), org.ridgeline.policy.Limits.FACTORS_MAX);
          factors.add(caseId, claim.kind(), evidence(actor, claim, gang), contest);
        });
  }

  private Evidence evidence(Actor actor, Claim claim, boolean gang) {
    LocalDate latest = today().plusDays(org.ridgeline.policy.Limits.GANG_CLAIM_DAYS_MAX);
    if (gang && claim.expiresOn().isAfter(latest)) {
      throw new RefusedStep(Refusal.GANG_CLAIM_TOO_LONG, latest);
    }
    try {
      return new Evidence(
          Limits.line(Field.SOURCE, claim.source()), actor.name(), today(), claim.expiresOn());
    } catch (IllegalArgumentException _) {
      throw new RefusedStep(Refusal.FACTOR_EXPIRY, org.ridgeline.policy.Limits.FACTOR_DAYS_MAX);
    }
  }

  /// Notes that a supervisor has reviewed a gang claim.
  public void review(Actor actor, UUID caseId, long factor) {
    CaseDesk.needs(actor, Set.of(Role.SUPERVISOR), Act.REVIEWING_CLAIMS);
    write(
        actor,
        caseId,
        Known.EVIDENCE_REVIEW_GANG_CLAIM,
        _ -> {
          FactorStore.Row row = claim(caseId, factor);
          if (row.evidence().recordedBy().equals(actor.name())) {
            throw new RefusedStep(Refusal.REVIEW_OF_OWN_CLAIM);
          }
          if (row.reviewedBy().isPresent()) {
            throw new RefusedStep(Refusal.CLAIM_IS_REVIEWED);
          }
          factors.review(factor, actor.name(), today());
        });
  }

  /// Notes that the person objects to a gang claim: from then on it does not count.
  public void contest(Actor actor, UUID caseId, long factor) {
    CaseDesk.needs(actor, CaseDesk.READERS, Act.OBJECTING);
    write(
        actor,
        caseId,
        Known.EVIDENCE_CONTEST_GANG_CLAIM,
        _ -> factors.contest(claim(caseId, factor).id(), shelf.now()));
  }

  private FactorStore.Row claim(UUID caseId, long factor) {
    return factors.rows(caseId).stream()
        .filter(row -> row.id() == factor && row.kind() == FactorStore.Kind.GANG_CLAIM)
        .findFirst()
        .orElseThrow(() -> new RefusedStep(Refusal.NO_SUCH_CLAIM));
  }

  /// Replays all stored cases that still know their person under two tables. For supervisors.
  public DifferenceReport replay(Actor actor, PolicyTable from, PolicyTable to) {
    CaseDesk.needs(actor, Set.of(Role.SUPERVISOR), Act.REPLAYING);
    List<ReplayCase> cases = new ArrayList<>();
    int most = org.ridgeline.policy.Limits.REPLAY_CASES_MAX;
    for (UUID caseId : shelf.queue().replayable(most)) {
      Case one = shelf.known(caseId);
      cases.add(new ReplayCase(one.number(), history(one), factors.factors(caseId), today()));
    }
    DifferenceReport report = DifferenceReport.of(from, to, cases);
    shelf
        .daybook()
        .record(
            actor,
            Known.POLICY_REPLAY,
            Subject.Kind.POLICY.of(to.version()),
            Map.of("from", from.version(), "cases", "" + cases.size()));
    return report;
  }

  /// Works out the priorities that are older than today: factors expire by the day.
  public int refreshDue() {
    int done = 0;
    for (UUID caseId : shelf.queue().unassessed(today())) {
      if (refresh(shelf.known(caseId))) {
        done++;
      }
    }
    return done;
  }

  /// Begins to work out priorities anew each day.
  public void start() {
    loop.start();
  }

  @Override
  public void close() {
    loop.close(Duration.ofSeconds(5));
  }

  @Override
  public void stepped(Case after, Step step) {
    if (step == Step.SETTLE_IDENTIFIED) {
      refresh(after);
    }
  }

  /// A case whose repository cannot be read keeps its level, and is worked out later.
  private boolean refresh(Case one) {
    History history;
    try {
      history = history(one);
    } catch (RefusedStep _) {
      return false;
    }
    Priority priority = policy.assess(history, factors.factors(one.caseId()), today());
    Level level = priority.level();
    shelf
        .transaction()
        .executeWithoutResult(_ -> {
          shelf.queue().level(one.caseId(), level, priority.factorsCounted(), today());
          boolean open = history.hasOpenCharge();
          if (shelf.queue().tells(one.caseId(), level, open)) {
            shelf.tell(
                new Event.ConvictionsAssessed(
                    one.caseId(), level.name(), priority.policyVersion(), open));
          }
        });
    return true;
  }

  private History history(Case one) {
    return CaseHistory.of(lines(one), entries.entries(one.caseId()));
  }

  private List<HistoryLine> lines(Case one) {
    Records.Known known = records.of(one);
    known
        .trouble()
        .ifPresent(trouble -> {
          throw new RefusedStep(Refusal.HISTORY_UNKNOWN, trouble);
        });
    return known.history();
  }

  private void write(Actor actor, UUID caseId, Action action, Consumer<Case> write) {
    additions.write(
        actor,
        caseId,
        action,
        (one, _) -> {
          write.accept(one);
          refresh(one);
        });
  }

  private LocalDate today() {
    return LocalDate.ofInstant(shelf.now(), ZoneOffset.UTC);
  }
}
