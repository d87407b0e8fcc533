package org.ridgeline.casework.custody;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.casework.desk.Daybook;
import org.ridgeline.casework.desk.Refusal;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.ledger.Action.Known;
import org.ridgeline.ledger.LedgerEntry;
import org.ridgeline.ledger.Subject;

/// The configured data custodies are judged by: lawful limits by state and version, holidays, lead
/// times of alarms.
public final class CustodyRules {
  private final RuleStore rules;
  private final CustodyStore custodies;
  private final Daybook daybook;

  public CustodyRules(RuleStore rules, CustodyStore custodies, Daybook daybook) {
    this.rules = rules;
    this.custodies = custodies;
    this.daybook = daybook;
  }

  /// The limit of a state on a day: its own last version in effect, else that of every state.
  public HoldLimit limit(String state, LocalDate day) {
    return rules.limit(state, day).orElseGet(CustodyRules::strictest);
  }

  /// The limit that counts for a custody: of the state and on the day the person could go.
  HoldLimit limit(Custody custody) {
    Instant at = custody.eligibleAt().orElse(custody.bookedAt());
    return limit(custody.state(), at.atZone(custody.zone()).toLocalDate());
  }

  /// For days before any version: nothing beyond the moment itself is lawful as far as we know.
  private static HoldLimit strictest() {
    return new HoldLimit(
        HoldLimit.ANY_STATE,
        1,
        LocalDate.EPOCH,
        0,
        new HoldLimit.Days(false, false, Set.of()),
        "no limit configured for that day",
        false);
  }

  /// Every version of every state's limit, newest first.
  public List<HoldLimit> limits() {
    return rules.limits();
  }

  /// Adds a version of a state's limit; earlier ones stay for the days they were in effect.
  public void add(Actor actor, HoldLimit limit) {
    if (!actor.is(Role.ADMINISTRATOR)) {
      throw new RefusedStep(Refusal.LIMITS_FOR_ADMINISTRATORS);
    }
    daybook
        .transaction()
        .executeWithoutResult(_ -> {
          rules.add(limit, actor.name());
          // A new limit moves alarms: the watch looks at everything again.
          custodies.lookAgain();
          daybook
              .ledger()
              .append(
                  new LedgerEntry(
                      actor.name(),
                      actor.duty().role().name(),
                      actor.purpose(),
                      Known.CUSTODY_LIMIT_ADD,
                      Subject.Kind.STATE.of(limit.state()),
                      Map.of(
                          "hours",
                          String.valueOf(limit.hours()),
                          "from",
                          limit.from().toString())));
        });
  }

  /// How long before a moment alarms warn of it.
  public AlarmPlan.Leads leads() {
    return rules.leads();
  }
}
