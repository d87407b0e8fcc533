package org.ridgeline.app.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ridgeline.app.system.CaseWorld.actor;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.casework.casefile.Case;
import org.ridgeline.casework.casefile.CaseDesk.Wish;
import org.ridgeline.casework.casefile.CaseIntake.Taken;
import org.ridgeline.casework.casefile.CaseState;
import org.ridgeline.casework.casefile.Step;
import org.ridgeline.casework.casefile.Transitions;
import org.ridgeline.casework.casefile.Transitions.Row;
import org.ridgeline.casework.casefile.Transitions.WhenStopped;
import org.ridgeline.casework.custody.Outcome;
import org.ridgeline.casework.custody.OutcomeKind;
import org.ridgeline.casework.desk.Reason.Code;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.exchange.lead.Lead;
import org.ridgeline.exchange.operator.Role;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Every state, every step, every role, stopped and not, against the real desk: allowed exactly
/// when the table says so.
class CaseTableIT {
  @TempDir private static Path temp;
  private static CaseWorld world;
  private static JdbcClient jdbc;

  @BeforeAll
  static void start() throws Exception {
    world = new CaseWorld(temp.resolve("data"));
    jdbc = world.jdbc();
  }

  @AfterAll
  static void stop() throws Exception {
    world.close();
  }

  /// A case whose gates are all open, put into a state past the desk.
  private static Case inState(Case one, CaseState state, boolean stopped) {
    jdbc.sql(
            """
            update case_file set state = ?, stopped = ?, purged_at = null, verified_at = now(),
              closed_at = case when ? then now() end where case_id = ?
            """)
        .params(state.name(), stopped, state.isClosed(), one.caseId())
        .update();
    return world.now(one);
  }

  @Test
  void stepsAreAllowedExactlyWhenTheTableSaysSo() {
    Case one = world.opened();
    world.ready(one);
    // Without an outcome on record no case closes with one.
    Rooms.of(world.running.server)
        .casework()
        .custody()
        .outcomes()
        .record(
            actor(Role.OFFICER),
            one.caseId(),
            new Outcome(OutcomeKind.RELEASED, LocalDate.now(), "jail system", "INTEROP", ""));
    List<String> wrong = new ArrayList<>();
    int allowed = 0;
    for (CaseState state : CaseState.values()) {
      for (Step step : Step.values()) {
        for (Role role : Role.values()) {
          for (boolean stopped : List.of(false, true)) {
            one = inState(one, state, stopped);
            Optional<Code> refusal = tried(role, one, step);
            boolean expected = expected(state, step, role, stopped);
            allowed += refusal.isEmpty() ? 1 : 0;
            if (refusal.isEmpty() != expected) {
              wrong.add(state + " " + step + " " + role + " stopped=" + stopped + ": " + refusal);
            }
            if (refusal.isPresent() && !world.now(one).equals(one)) {
              wrong.add(state + " " + step + " " + role + " was refused and changed the case");
            }
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(allowed).isGreaterThan(60);
  }

  private static boolean expected(CaseState state, Step step, Role role, boolean stopped) {
    return Transitions.of(state, step)
        .filter(row -> row.roles().contains(role))
        .filter(row -> row.whenStopped() == (stopped ? WhenStopped.NEEDED : WhenStopped.WAITS))
        .isPresent();
  }

  /// The step through whichever door it has; the code of the refusal.
  private static Optional<Code> tried(Role role, Case one, Step step) {
    try {
      Wish wish = new Wish(one.caseId(), one.version(), step, "a reason in words", world.seen(one));
      boolean signs =
          Transitions.table().stream().anyMatch(row -> row.step() == step && row.signed());
      boolean closes =
          Transitions.table().stream().anyMatch(row -> row.step() == step && row.withOutcome());
      if (signs) {
        world.cases.desk().signed(actor(role), wish, Optional.empty(), "no-action");
      } else if (closes) {
        world.cases.desk().close(actor(role), wish, "released");
      } else {
        world.cases.desk().step(actor(role), wish);
      }
      return Optional.empty();
    } catch (RefusedStep e) {
      return Optional.of(e.code());
    }
  }

  @Test
  void everyRowBehindAGateIsShutWhileSomethingIsMissing() {
    for (Row row : Transitions.table()) {
      if (row.gates().isEmpty()) {
        continue;
      }
      Case one = inState(world.opened(), row.from(), false);
      jdbc.sql("update case_file set verified_at = null where case_id = ?")
          .param(one.caseId())
          .update();
      Role role = row.roles().iterator().next();
      assertThat(tried(role, world.now(one), row.step())).as(row.toString()).contains(Code.GATE);
    }
  }

  @Test
  void aStaleStepIsRefusedAndOfTwoAtOnceOneWins() throws Exception {
    Case one = world.identified(world.opened());
    world.checks(one);
    Case seen = world.now(one);
    List<Callable<Optional<Code>>> both =
        List.of(
            () -> tried(Role.OFFICER, seen, Step.FINISH_CITIZENSHIP),
            () -> tried(Role.OFFICER, seen, Step.RENEW));
    List<Optional<Code>> ends = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(2)) {
      for (Future<Optional<Code>> end : threads.invokeAll(both)) {
        ends.add(end.get());
      }
    }
    assertThat(ends).filteredOn(Optional::isEmpty).hasSize(1);
    assertThat(world.now(one).version()).isEqualTo(seen.version() + 1);
    Case after = inState(one, CaseState.CITIZENSHIP_REVIEW, false);
    Wish stale = new Wish(one.caseId(), after.version() - 1, Step.FINISH_CITIZENSHIP, "");
    assertThatThrownBy(() -> world.cases.desk().step(actor(Role.OFFICER), stale))
        .isInstanceOfSatisfying(RefusedStep.class, e -> assertThat(e.code()).isEqualTo(Code.STALE));
  }

  @Test
  void aLeadIsTakenOnceAndRepeatsOfACustodyEventAreJoined() throws Exception {
    UUID person = UUID.randomUUID();
    Instant now = Instant.now();
    Lead first = CaseWorld.lead(UUID.randomUUID(), person, now);
    Lead again = CaseWorld.lead(UUID.randomUUID(), person, now.plusSeconds(60));
    List<Callable<Taken>> storm = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      storm.add(() -> world.cases.intake().take(first));
      storm.add(() -> world.cases.intake().take(again));
    }
    List<Taken> taken = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (Future<Taken> one : threads.invokeAll(storm)) {
        taken.add(one.get());
      }
    }
    assertThat(taken).filteredOn(Taken::opened).hasSize(1);
    assertThat(taken).extracting(Taken::caseId).containsOnly(taken.getFirst().caseId());
    assertThat(world.cases.shelf().known(taken.getFirst().caseId()).bookings()).hasSize(2);
    Lead later = CaseWorld.lead(UUID.randomUUID(), person, now.plusSeconds(86_400L * 15));
    assertThat(world.cases.intake().take(later).opened()).as("another custody event").isTrue();
    Lead other = CaseWorld.lead(UUID.randomUUID(), UUID.randomUUID(), now);
    assertThat(world.cases.intake().take(other).opened()).as("another person").isTrue();
  }

  @Test
  void rowsOfEvidenceCannotBeChangedInTheDatabase() {
    Case one = world.opened();
    world.ready(one);
    for (String sql :
        List.of(
            "update citizenship_check set result = 'NEGATIVE'",
            "delete from fact",
            "update case_event set actor = 'nobody'",
            "delete from interview")) {
      assertThatThrownBy(() -> jdbc.sql(sql + " where case_id = ?").param(one.caseId()).update())
          .hasMessageContaining("rows are added");
    }
  }
}
