package org.ridgeline.casework.verification;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.ridgeline.casework.CaseworkSchema;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.exchange.operator.Duty;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.fixture.TestDatabase;
import org.ridgeline.ledger.LedgerSchema;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.Template;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Verification's desks over a database of their own, with invented prints, a clock that is moved
/// by hand, lots of a fixed seed, and a note of every statement said to the database.
final class VerificationRoom implements AutoCloseable {
  final Moved clock = new Moved();
  final JdbcClient jdbc;
  final VerificationDesk desk;
  final ExaminerDesk examiners;
  final SupervisorDesk supervisors;
  final SeenScores scores;
  final KnownPairs knownPairs;
  final Preparer preparer;

  /// Where prints come from; until set otherwise two fingers of every pair.
  PrintSource prints = _ -> fingers();

  private final TestDatabase database = TestDatabase.create();
  private final List<String> statements = Collections.synchronizedList(new ArrayList<>());

  VerificationRoom(double plantedShare) {
    DataSource source = database.of().casework();
    LedgerSchema.migrate(database.of().ledger());
    CaseworkSchema.migrate(source);
    jdbc = JdbcClient.create(source);
    VerificationRules standard = VerificationRules.standard();
    VerificationRules rules =
        new VerificationRules(plantedShare, standard.taskLife(), standard.queue());
    Bench bench = Bench.of(new Noted(source), rules, clock, new Random(7));
    desk = new VerificationDesk(bench);
    examiners = new ExaminerDesk(bench, desk);
    supervisors = new SupervisorDesk(bench);
    scores = new SeenScores(bench);
    knownPairs = new KnownPairs(bench);
    preparer = new Preparer(bench, desk, pair -> prints.read(pair));
  }

  /// A clock that stands until it is moved, at whole milliseconds: the database rounds to
  /// microseconds, and limits are tried to the moment.
  static final class Moved extends Clock {
    private final AtomicReference<Instant> now =
        new AtomicReference<>(Instant.now().truncatedTo(ChronoUnit.MILLIS));

    void pass(Duration time) {
      now.updateAndGet(at -> at.plus(time));
    }

    @Override
    public Instant instant() {
      return now.get();
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  /// Writes down what is prepared on its connections.
  private final class Noted extends DelegatingDataSource {
    Noted(DataSource target) {
      super(target);
    }

    @Override
    public Connection getConnection() throws SQLException {
      Connection real = super.getConnection();
      return (Connection)
          Proxy.newProxyInstance(
              Connection.class.getClassLoader(),
              new Class<?>[] {Connection.class},
              (_, method, arguments) -> {
                if (method.getName().startsWith("prepare")) {
                  statements.add(String.valueOf(arguments[0]));
                }
                try {
                  return method.invoke(real, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });
    }
  }

  /// A step that may fail.
  interface Step {
    void run();
  }

  /// What a step says to the database.
  List<String> said(Step step) {
    statements.clear();
    step.run();
    return List.copyOf(statements);
  }

  static List<PrintSource.FingerPair> fingers() {
    return List.of(pair(FingerPosition.RIGHT_INDEX), pair(FingerPosition.LEFT_INDEX));
  }

  private static PrintSource.FingerPair pair(FingerPosition finger) {
    Template blank = new Template(800, 800, 500, 0, List.of());
    return new PrintSource.FingerPair(
        finger,
        new PrintSource.Print(new byte[] {1, 2, 3}, blank),
        new PrintSource.Print(new byte[] {4, 5, 6}, blank));
  }

  /// Asks for a comparison of an invented case; gives the case.
  UUID request() {
    UUID caseId = UUID.randomUUID();
    String control = "R" + caseId.toString().substring(0, 13);
    desk.request(caseId, new Pair(control, UUID.randomUUID()));
    return caseId;
  }

  void known(boolean isMate) {
    knownPairs.add(isMate, UUID.randomUUID().toString(), fingers(), "test");
  }

  static Actor examiner(String name) {
    return new Actor(name, Duty.of(Role.EXAMINER), "test");
  }

  static Actor supervisor(String name) {
    return new Actor(name, Duty.of(Role.SUPERVISOR), "test");
  }

  /// Takes the next comparison; gives the task.
  UUID next(Actor actor) {
    return examiners.next(actor).orElseThrow().taskId();
  }

  void give(Actor actor, UUID task, Conclusion conclusion) {
    examiners.give(
        actor,
        task,
        new Verdict.Given(conclusion, "as the ridges flow", List.of(), List.of(), 1000));
  }

  boolean isPlanted(UUID task) {
    return jdbc.sql(
            """
            select known_pair_id is not null
            from comparison c join comparison_task t using (comparison_id) where t.task_id = ?
            """)
        .param(task)
        .query(Boolean.class)
        .single();
  }

  /// What a case's comparison came to.
  Optional<String> settlement(UUID caseId) {
    return jdbc.sql("select settlement from comparison where case_id = ? and state = 'SETTLED'")
        .param(caseId)
        .query(String.class)
        .optional();
  }

  int count(String state) {
    return jdbc.sql("select count(*) from comparison where state = ?")
        .param(state)
        .query(Integer.class)
        .single();
  }

  /// Has all that is not settled be taken back.
  void clear() {
    jdbc.sql("update comparison set state = 'WITHDRAWN' where state <> 'SETTLED'").update();
    jdbc.sql(
            """
            update comparison_task set ended_at = now(), ending = 'WITHDRAWN', reason = ''
            where ended_at is null
            """)
        .update();
    prints = _ -> fingers();
  }

  @Override
  public void close() {
    database.close();
  }
}
