package org.ridgeline.exchange;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.ridgeline.exchange.agency.Agency;
import org.ridgeline.exchange.agency.AgencyStore;
import org.ridgeline.exchange.agency.Channel;
import org.ridgeline.exchange.submission.Submission;
import org.ridgeline.exchange.submission.SubmissionState;
import org.ridgeline.exchange.submission.SubmissionStore;
import org.ridgeline.fixture.TestDatabase;
import org.ridgeline.ledger.ChainedEntry;
import org.ridgeline.ledger.LedgerReader;
import org.ridgeline.ledger.LedgerSchema;
import org.ridgeline.ledger.Subject;
import org.ridgeline.outbox.Outbox;
import org.ridgeline.outbox.Recorded;
import org.ridgeline.vocabulary.Ori;
import org.ridgeline.vocabulary.Sha256;
import org.ridgeline.vocabulary.event.Event;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The exchange's empty schema with an agency, and what a test looks at afterwards. One at a time:
/// all share a database, which each empties first, since that is faster than making another.
public final class ExchangeRoom {
  public static final String ORI = Bookings.ORI;
  public static final Instant NOW = Instant.parse("2026-11-02T12:00:00Z");

  private static final TestDatabase DATABASE = migrated();

  public ExchangeRoom() {
    empty();
    new AgencyStore(source()).add(Bookings.agency());
  }

  private static TestDatabase migrated() {
    TestDatabase database = TestDatabase.create();
    LedgerSchema.migrate(database.of().ledger());
    ExchangeSchema.migrate(database.of().exchange());
    return database;
  }

  /// Does what nobody but the database's administrator can: the ledger refuses it.
  private static void empty() {
    try (Connection connection = DriverManager.getConnection(DATABASE.adminUrl());
        Statement sql = connection.createStatement()) {
      sql.execute("set session_replication_role = replica");
      sql.execute(
          """
          do $$ begin execute (
            select 'truncate ' || string_agg(format('%I.%I', schemaname, tablename), ', ')
              || ' restart identity'
            from pg_tables
            where schemaname in ('exchange', 'ledger')
              and tablename not in ('flyway_schema_history', 'readiness_item'));
          end $$
          """);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public DataSource source() {
    return DATABASE.of().exchange();
  }

  public JdbcClient rows() {
    return JdbcClient.create(source());
  }

  /// Another agency in another state.
  public Agency agency(String ori, String state, String fips) {
    Agency agency =
        new Agency(
            new Ori(ori), "Jail " + ori, state, fips, "", false, Channel.FETCH, Optional.empty());
    new AgencyStore(source()).add(agency);
    return agency;
  }

  /// From now on agencies are answered by callback.
  public void callbacks() {
    rows()
        .sql("update agency set channel = 'CALLBACK', callback_url = 'http://127.0.0.1:9'")
        .update();
  }

  /// A submission of the agency.
  public static Submission submission(String control, String tcn, SubmissionState state) {
    return submission(control, tcn, state, ORI, NOW);
  }

  public static Submission submission(
      String control, String tcn, SubmissionState state, String ori, Instant at) {
    return new Submission(
        control,
        new Submission.Header(Optional.of(ori), Optional.of(tcn), Optional.of("CAR")),
        new Submission.Sender(Optional.of(ori), Channel.FETCH),
        Sha256.of(bytes(control)),
        state,
        new Submission.Times(at, Optional.empty(), Optional.empty()));
  }

  public static byte[] bytes(String control) {
    return control.getBytes(StandardCharsets.UTF_8);
  }

  /// Keeps a submission that waits for extraction.
  public void accepted(String control) {
    new SubmissionStore(source())
        .insert(submission(control, "T" + control, SubmissionState.ACCEPTED), bytes(control), 5);
  }

  /// What the ledger says was done to a subject, in order.
  public List<String> actions(String subject) {
    return actions(new Subject(subject));
  }

  public List<String> actions(Subject subject) {
    return entries(subject).stream().map(e -> e.entry().action().key()).toList();
  }

  public List<ChainedEntry> entries(Subject subject) {
    return new LedgerReader(DATABASE.of().ledger()).about(List.of(subject));
  }

  /// All the ledger has, in order.
  public List<ChainedEntry> entries() {
    return new LedgerReader(DATABASE.of().ledger()).after(0, 10_000);
  }

  /// What other rooms heard, in order.
  public List<Event> facts() {
    return new Outbox(source()).after(0, 100).stream().map(Recorded::event).toList();
  }

  /// What comes of one step taken by two at the same moment.
  public static <T> List<T> atOnce(Callable<T> step) throws Exception {
    CyclicBarrier together = new CyclicBarrier(2);
    List<Future<T>> all = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 2; i++) {
        all.add(
            threads.submit(() -> {
              together.await();
              return step.call();
            }));
      }
    }
    List<T> came = new ArrayList<>();
    for (Future<T> one : all) {
      came.add(one.get());
    }
    return came;
  }
}
