package org.ridgeline.app;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.ridgeline.exchange.ExchangeSchema;
import org.ridgeline.node.DataFolder;
import org.ridgeline.node.Settings;
import org.ridgeline.outbox.EventSource;
import org.ridgeline.outbox.Outbox;
import org.ridgeline.outbox.Recorded;
import org.ridgeline.oversight.OversightSchema;
import org.ridgeline.oversight.project.ProjectionStore;
import org.ridgeline.vocabulary.event.Event;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A database of facts and counts in a folder that is thrown away: for measuring.
public record ScratchCounts(DataFolder folder, ProjectionStore store) implements AutoCloseable {
  private static final int ROWS_AT_ONCE = 10_000;

  /// Begins one in an empty folder.
  public static ScratchCounts in(Path path) throws IOException {
    DataFolder folder = DataFolder.use(path, new Settings(path, Map.of()));
    ExchangeSchema.migrate(folder.databases().exchange());
    OversightSchema.migrate(folder.databases().oversight());
    return new ScratchCounts(folder, new ProjectionStore(folder.databases().oversight()));
  }

  /// Where the facts are read that stand there now.
  public EventSource facts() {
    return new Outbox(folder.databases().exchange());
  }

  /// Puts facts where those before stood, under numbers of their own.
  public void put(List<Recorded> facts) {
    JdbcClient jdbc = JdbcClient.create(folder.databases().exchange());
    jdbc.sql("truncate outbox").update();
    for (int from = 0; from < facts.size(); from += ROWS_AT_ONCE) {
      insert(jdbc, facts.subList(from, Math.min(facts.size(), from + ROWS_AT_ONCE)));
    }
    jdbc.sql("analyze outbox").update();
  }

  private static void insert(JdbcClient jdbc, List<Recorded> facts) {
    jdbc.sql(
            """
            insert into outbox (sequence, event_id, kind, version, occurred_at, body)
            overriding system value
            select * from unnest(?::bigint[], ?::uuid[], ?::text[], ?::int[], ?::timestamptz[],
              ?::json[])
            """)
        .param(column(facts, Recorded::sequence).toArray(Long[]::new))
        .param(column(facts, one -> one.eventId().toString()).toArray(String[]::new))
        .param(column(facts, Recorded::kind).toArray(String[]::new))
        .param(column(facts, Recorded::version).toArray(Integer[]::new))
        .param(column(facts, one -> Timestamp.from(one.occurredAt())).toArray(Timestamp[]::new))
        .param(column(facts, Recorded::body).toArray(String[]::new))
        .update();
  }

  /// Commits transactions that write something each, one with each of some lists of facts, or
  /// without them.
  /// - **Unit** nanoseconds, all of them
  public long commit(List<List<Event>> facts, boolean written) {
    DataSource exchange = folder.databases().exchange();
    JdbcClient jdbc = JdbcClient.create(exchange);
    Outbox outbox = new Outbox(exchange);
    var transaction = new TransactionTemplate(new DataSourceTransactionManager(exchange));
    long start = System.nanoTime();
    for (List<Event> some : facts) {
      transaction.executeWithoutResult(_ -> {
        jdbc.sql("select pg_logical_emit_message(true, 'measured', repeat('x', 200))")
            .query((_, _) -> 0)
            .list();
        if (written) {
          some.forEach(outbox::append);
        }
      });
    }
    return System.nanoTime() - start;
  }

  private static <T> List<T> column(List<Recorded> facts, Function<Recorded, T> of) {
    return facts.stream().map(of).toList();
  }

  @Override
  public void close() throws IOException {
    folder.close();
  }
}
