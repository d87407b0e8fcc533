package org.ridgeline.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.ridgeline.vocabulary.event.Event;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The SQL of a room's table `outbox`: facts written in the transaction that makes them, read in
/// order by whoever follows.
///
/// Numbers are given before a commit is seen, so that a reader could see 7 while 6 is still on its
/// way and never look for 6 again. Here every writer holds a lock, shared among writers, from
/// before it takes a number until its commit is visible; a reader takes the same lock for itself
/// before it reads. So no number it sees, or passes over, belongs to a transaction still open.
/// Writers take the lock as the last thing before they commit: they wait for nobody while they hold
/// it, and a reader waits for one commit at most.
public final class Outbox implements EventSource {
  /// Marks the lock as an outbox's; which one, the schema says.
  private static final int LOCK = 0x6f757462;

  private final DataSource dataSource;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  /// - **Shape** `dataSource` whose first schema has the table
  public Outbox(DataSource dataSource) {
    this.dataSource = dataSource;
    jdbc = JdbcClient.create(dataSource);
    transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
  }

  /// Writes a fact with the transaction that is open, else in one of its own.
  public void append(Event event, Instant occurredAt) {
    if (isOpen()) {
      atCommit().facts.add(new Fact(event, occurredAt));
    } else {
      transaction.executeWithoutResult(_ -> append(event, occurredAt));
    }
  }

  /// Writes a fact that happens now.
  public void append(Event event) {
    append(event, Instant.now());
  }

  private boolean isOpen() {
    return TransactionSynchronizationManager.isSynchronizationActive()
        && TransactionSynchronizationManager.hasResource(dataSource);
  }

  private AtCommit atCommit() {
    for (var registered : TransactionSynchronizationManager.getSynchronizations()) {
      if (registered instanceof AtCommit mine && mine.of() == dataSource) {
        return mine;
      }
    }
    AtCommit mine = new AtCommit();
    TransactionSynchronizationManager.registerSynchronization(mine);
    return mine;
  }

  private record Fact(Event event, Instant at) {}

  /// The facts of one transaction, in the order of their making, whichever store made them.
  private final class AtCommit implements TransactionSynchronization {
    private final List<Fact> facts = new ArrayList<>();

    DataSource of() {
      return dataSource;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      lock("pg_advisory_xact_lock_shared");
      insert(facts);
    }
  }

  private void lock(String function) {
    jdbc.sql("select " + function + "(?, hashtext(current_schema()))")
        .param(LOCK)
        .query((_, _) -> 0)
        .list();
  }

  /// In one batch: an import tells thousands of facts at once.
  private void insert(List<Fact> facts) {
    new JdbcTemplate(dataSource)
        .batchUpdate(
            """
            insert into outbox (event_id, kind, version, occurred_at, body)
            values (?, ?, ?, ?, ?::json)
            """,
            facts.stream().map(Outbox::columns).toList());
  }

  private static Object[] columns(Fact fact) {
    Event.Kind kind = fact.event().kind();
    return new Object[] {
      UUID.randomUUID(),
      kind.key(),
      kind.version(),
      Timestamp.from(fact.at()),
      EventCodec.write(fact.event())
    };
  }

  @Override
  public List<Recorded> after(long place, int limit) {
    // Writers are held up only where there is something to read.
    boolean isMore =
        jdbc.sql("select exists (select 1 from outbox where sequence > ?)")
            .param(place)
            .query(Boolean.class)
            .single();
    return isMore ? read(place, transaction.execute(_ -> complete()), limit) : List.of();
  }

  /// The sequence up to which no fact can still appear. Writers wait for as long as it takes to ask
  /// for it, not for as long as it takes to read what is behind it.
  private long complete() {
    lock("pg_advisory_xact_lock");
    return jdbc.sql("select coalesce(max(sequence), 0) from outbox").query(Long.class).single();
  }

  private List<Recorded> read(long place, long complete, int limit) {
    return jdbc.sql(
            """
            select sequence, event_id, kind, version, occurred_at, body from outbox
            where sequence > ? and sequence <= ? order by sequence limit ?
            """)
        .params(place, complete, limit)
        .query(Outbox::row)
        .list();
  }

  private static Recorded row(ResultSet row, int number) throws SQLException {
    return new Recorded(
        row.getLong(1),
        row.getObject(2, UUID.class),
        row.getString(3),
        row.getInt(4),
        row.getTimestamp(5).toInstant(),
        row.getString(6));
  }
}
