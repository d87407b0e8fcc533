package org.ridgeline.casework.casefile;

import static org.ridgeline.casework.casefile.CaseState.CITIZENSHIP_REVIEW;
import static org.ridgeline.casework.casefile.CaseState.CLOSED;
import static org.ridgeline.casework.casefile.CaseState.COUNTERSIGN;
import static org.ridgeline.casework.casefile.CaseState.DETERMINED;
import static org.ridgeline.casework.casefile.CaseState.EXCLUDED;
import static org.ridgeline.casework.casefile.CaseState.FACTS;
import static org.ridgeline.casework.casefile.CaseState.INCONCLUSIVE;
import static org.ridgeline.casework.casefile.CaseState.IN_CUSTODY_WATCH;
import static org.ridgeline.casework.casefile.CaseState.NOTIFIED;
import static org.ridgeline.casework.casefile.CaseState.READY;
import static org.ridgeline.casework.casefile.CaseState.RECEIVED;
import static org.ridgeline.casework.casefile.CaseState.REFERRED;
import static org.ridgeline.casework.casefile.CaseState.VERIFYING;
import static org.ridgeline.casework.evidence.Gate.CITIZENSHIP_CHECKED;
import static org.ridgeline.casework.evidence.Gate.CITIZENSHIP_REVIEWED;
import static org.ridgeline.casework.evidence.Gate.FACTS_AGAINST;
import static org.ridgeline.casework.evidence.Gate.FRESH_CHECKS;
import static org.ridgeline.casework.evidence.Gate.FRESH_HIT;
import static org.ridgeline.casework.evidence.Gate.IDENTIFIED;
import static org.ridgeline.casework.evidence.Gate.INTERVIEW;
import static org.ridgeline.exchange.operator.Role.APPROVER;
import static org.ridgeline.exchange.operator.Role.OFFICER;
import static org.ridgeline.exchange.operator.Role.SUPERVISOR;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ridgeline.casework.evidence.Gate;
import org.ridgeline.exchange.operator.Role;

/// The one table of what may be done with a case. What is not in it cannot be done.
public final class Transitions {
  private static final List<Gate> CITIZENSHIP = List.of(CITIZENSHIP_CHECKED, CITIZENSHIP_REVIEWED);

  private static final List<Gate> ALL =
      List.of(
          CITIZENSHIP_CHECKED,
          CITIZENSHIP_REVIEWED,
          FACTS_AGAINST,
          INTERVIEW,
          FRESH_HIT,
          FRESH_CHECKS);

  private static final List<Row> TABLE =
      Stream.concat(
              Stream.of(
                  machine(RECEIVED, Step.REQUEST_VERIFICATION, VERIFYING),
                  machine(VERIFYING, Step.SETTLE_IDENTIFIED, CITIZENSHIP_REVIEW),
                  machine(VERIFYING, Step.SETTLE_EXCLUDED, EXCLUDED),
                  machine(VERIFYING, Step.SETTLE_INCONCLUSIVE, INCONCLUSIVE),
                  row(INCONCLUSIVE, Step.VERIFY_AGAIN, VERIFYING, SUPERVISOR),
                  row(INCONCLUSIVE, Step.CLOSE_INCONCLUSIVE, CLOSED, SUPERVISOR),
                  row(CITIZENSHIP_REVIEW, Step.FINISH_CITIZENSHIP, FACTS, OFFICER)
                      .behind(CITIZENSHIP),
                  row(FACTS, Step.FINISH_FACTS, READY, OFFICER).behind(ALL),
                  row(FACTS, Step.TAKE_BACK, CITIZENSHIP_REVIEW, OFFICER),
                  row(READY, Step.TAKE_BACK, FACTS, OFFICER),
                  row(CITIZENSHIP_REVIEW, Step.RENEW, VERIFYING, OFFICER, SUPERVISOR),
                  row(FACTS, Step.RENEW, VERIFYING, OFFICER, SUPERVISOR),
                  row(READY, Step.RENEW, VERIFYING, OFFICER, SUPERVISOR),
                  row(READY, Step.SIGN, DETERMINED, OFFICER).behind(ALL).needingSignature(),
                  row(READY, Step.SIGN_FIRST, COUNTERSIGN, OFFICER).behind(ALL).needingSignature(),
                  row(COUNTERSIGN, Step.COUNTERSIGN, DETERMINED, APPROVER)
                      .behind(ALL)
                      .needingSignature()
                      .needingAnother(),
                  row(COUNTERSIGN, Step.RETURN, READY, APPROVER).needingAnother(),
                  machine(DETERMINED, Step.ANSWER_AND_CLOSE, CLOSED),
                  machine(DETERMINED, Step.ANSWER_AND_NOTIFY, NOTIFIED),
                  machine(DETERMINED, Step.ANSWER_AND_REFER, REFERRED),
                  row(NOTIFIED, Step.WATCH_CUSTODY, IN_CUSTODY_WATCH, OFFICER),
                  row(NOTIFIED, Step.CLOSE_WITH_OUTCOME, CLOSED, OFFICER).needingOutcome(),
                  row(IN_CUSTODY_WATCH, Step.CLOSE_WITH_OUTCOME, CLOSED, OFFICER).needingOutcome(),
                  row(REFERRED, Step.CLOSE_WITH_OUTCOME, CLOSED, OFFICER).needingOutcome(),
                  reopen(NOTIFIED),
                  reopen(IN_CUSTODY_WATCH),
                  reopen(REFERRED),
                  reopen(CLOSED)),
              CaseState.open().stream().flatMap(Transitions::stops))
          .toList();

  private Transitions() {}

  /// What a stop does to a step.
  public enum WhenStopped {
    /// The step must wait.
    WAITS,
    /// The step can only be done while a stop holds.
    NEEDED,
    /// The step is done either way: examiners know nothing of stops.
    GOES_ON
  }

  /// One row.
  /// - **Shape** `roles` empty for what the program does by itself
  public record Row(
      CaseState from,
      Step step,
      CaseState to,
      Set<Role> roles,
      Needs needs,
      WhenStopped whenStopped) {
    /// What a step needs beside the right person.
    /// - **Shape** `gates` all open; `signed`: only with the password given again; `byAnother`: not
    ///   by whoever did what it answers to; `withOutcome`: only with what became of the person
    public record Needs(List<Gate> gates, boolean signed, boolean byAnother, boolean withOutcome) {}

    private Row with(Needs other) {
      return new Row(from, step, to, roles, other, whenStopped);
    }

    Row behind(List<Gate> shut) {
      return with(new Needs(shut, signed(), byAnother(), withOutcome()));
    }

    Row needingSignature() {
      return with(new Needs(gates(), true, byAnother(), withOutcome()));
    }

    Row needingAnother() {
      return with(new Needs(gates(), signed(), true, withOutcome()));
    }

    Row needingOutcome() {
      return with(new Needs(gates(), signed(), byAnother(), true));
    }

    Row when(WhenStopped stopped) {
      return new Row(from, step, to, roles, needs, stopped);
    }

    /// What must be there.
    public List<Gate> gates() {
      return needs.gates();
    }

    /// Whether it takes the password again.
    public boolean signed() {
      return needs.signed();
    }

    /// Whether it takes another person.
    public boolean byAnother() {
      return needs.byAnother();
    }

    /// Whether it takes what became of the person.
    public boolean withOutcome() {
      return needs.withOutcome();
    }

    /// Whether it is decided on what the case shows: what is signed, and what only a supervisor may
    /// do. Whoever does it names what they saw.
    public boolean restsOnDossier() {
      return signed() || roles.equals(Set.of(SUPERVISOR));
    }

    /// Whether the program does this by itself, and no person can.
    public boolean isMachine() {
      return roles.isEmpty();
    }
  }

  private static Row row(CaseState from, Step step, CaseState to, Role... roles) {
    Row.Needs nothing = new Row.Needs(List.of(), false, false, false);
    return new Row(from, step, to, Set.of(roles), nothing, WhenStopped.WAITS);
  }

  private static Row machine(CaseState from, Step step, CaseState to) {
    return row(from, step, to).when(from == DETERMINED ? WhenStopped.WAITS : WhenStopped.GOES_ON);
  }

  private static Row reopen(CaseState from) {
    return row(from, Step.REOPEN, CITIZENSHIP_REVIEW, SUPERVISOR).behind(List.of(IDENTIFIED));
  }

  private static Stream<Row> stops(CaseState state) {
    List<Row> rows = new ArrayList<>();
    rows.add(row(state, Step.STOP, state, OFFICER, APPROVER, SUPERVISOR));
    rows.add(
        row(state, Step.RELEASE_STOP, state, SUPERVISOR).needingAnother().when(WhenStopped.NEEDED));
    rows.add(row(state, Step.CLOSE_STOPPED, CLOSED, SUPERVISOR).when(WhenStopped.NEEDED));
    return rows.stream();
  }

  /// All rows.
  public static List<Row> table() {
    return TABLE;
  }

  /// The row of a step in a state; empty where it does not lead on from there.
  public static Optional<Row> of(CaseState from, Step step) {
    return TABLE.stream().filter(row -> row.from() == from && row.step() == step).findFirst();
  }

  /// The rows that lead on from a state.
  public static List<Row> from(CaseState state) {
    return TABLE.stream().filter(row -> row.from() == state).toList();
  }
}
