package org.ridgeline.casework.custody;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.casework.desk.Daybook;
import org.ridgeline.casework.desk.Field;
import org.ridgeline.casework.desk.Refusal;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.ledger.Action.Known;
import org.ridgeline.ledger.LedgerEntry;
import org.ridgeline.ledger.Subject;

/// Where officers record how cases ended, each dated, sourced and attributed to a programme of the
/// configured list: without that, figures of different programmes mix.
public final class OutcomeDesk {
  /// The programme of what was found by prints and went no further.
  private static final String FOUND_BY = "INTEROP";

  private final OutcomeStore outcomes;
  private final CustodyStore custodies;
  private final Daybook daybook;

  public OutcomeDesk(OutcomeStore outcomes, CustodyStore custodies, Daybook daybook) {
    this.outcomes = outcomes;
    this.custodies = custodies;
    this.daybook = daybook;
  }

  /// The configured programmes.
  public List<Programme> programmes() {
    return outcomes.programmes();
  }

  /// Adds a programme to the list.
  public void add(Actor actor, Programme programme) {
    if (!actor.is(Role.ADMINISTRATOR)) {
      throw new RefusedStep(Refusal.PROGRAMMES_FOR_ADMINISTRATORS);
    }
    if (!programme.code().matches("[A-Z0-9_]{2,20}")) {
      throw new RefusedStep(Refusal.PROGRAMME_CODE);
    }
    String name = CustodyAccess.text(Field.NAME, programme.name());
    String source = CustodyAccess.text(Field.SOURCE, programme.source());
    daybook
        .transaction()
        .executeWithoutResult(_ -> {
          var added = new Programme(programme.code(), name, source);
          if (!outcomes.add(added, actor.name(), daybook.now())) {
            throw new RefusedStep(Refusal.PROGRAMME_EXISTS);
          }
          daybook
              .ledger()
              .append(
                  LedgerEntry.of(
                      actor.name(),
                      actor.duty().role().name(),
                      actor.purpose(),
                      Known.PROGRAMME_ADD,
                      Subject.Kind.PROGRAMME.of(programme.code())));
        });
  }

  /// The outcome of a case; without one a case does not close.
  public Optional<Outcome> of(UUID caseId) {
    return outcomes.of(caseId);
  }

  /// Records the outcome that follows from how a case was closed: a signed determination, or a
  /// supervisor's decision before one.
  void follows(UUID caseId, OutcomeKind kind, String step) {
    daybook
        .transaction()
        .executeWithoutResult(_ -> {
          Instant now = daybook.now();
          String reason = outcomes.of(caseId).isPresent() ? "the case was closed anew" : "";
          Outcome outcome =
              new Outcome(
                  kind,
                  now.atOffset(ZoneOffset.UTC).toLocalDate(),
                  "step: " + step,
                  FOUND_BY,
                  reason);
          outcomes.add(caseId, outcome, "casework", now);
          daybook
              .ledger()
              .append(
                  new LedgerEntry(
                      "casework",
                      "SYSTEM",
                      "a case closes with its outcome",
                      Known.OUTCOME_RECORD,
                      Subject.Kind.CASE.of(caseId),
                      Map.of("outcome", kind.name(), "programme", FOUND_BY)));
        });
  }

  /// Records the outcome of a case, in the caller's transaction where there is one. A second one
  /// corrects the first and must say why; both stay on record.
  public void record(Actor actor, UUID caseId, Outcome outcome) {
    CustodyAccess.officer(actor);
    CustodyAccess.text(Field.SOURCE, outcome.source());
    daybook
        .transaction()
        .executeWithoutResult(_ -> {
          Instant now = daybook.now();
          // Of two at the same time the second must see the first.
          Optional<Custody> custody = custodies.lock(caseId);
          if (programmes().stream().noneMatch(p -> p.code().equals(outcome.programme()))) {
            throw new RefusedStep(Refusal.OUTCOME_NEEDS_PROGRAMME);
          }
          LocalDate earliest =
              custody.map(c -> c.bookedAt().atZone(c.zone()).toLocalDate()).orElse(LocalDate.EPOCH);
          if (outcome.on().isAfter(now.atOffset(ZoneOffset.UTC).toLocalDate().plusDays(1))
              || outcome.on().isBefore(earliest)) {
            throw new RefusedStep(Refusal.OUTCOME_DAY);
          }
          if (outcomes.of(caseId).isPresent() && outcome.reason().isBlank()) {
            throw new RefusedStep(Refusal.OUTCOME_EXISTS);
          }
          outcomes.add(caseId, outcome, actor.name(), now);
          custodies.lookAgain(caseId, Optional.of(now));
          Map<String, String> detail = new HashMap<>();
          detail.put("outcome", outcome.kind().name());
          detail.put("on", outcome.on().toString());
          detail.put("programme", outcome.programme());
          daybook.ledger().append(CustodyAccess.entry(actor, Known.OUTCOME_RECORD, caseId, detail));
        });
  }
}
