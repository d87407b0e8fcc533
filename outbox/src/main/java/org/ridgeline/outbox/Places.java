package org.ridgeline.outbox;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The SQL of how far a room has followed another's facts: tables `consumer_place` and
/// `consumer_aside` of the room that follows.
public final class Places {
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  /// - **Shape** `dataSource` of the room that follows
  public Places(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
    transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
  }

  /// Where a consumer stands.
  /// - **Shape** `sequence` of the last fact passed; empty while it waits to try the next again
  Optional<Long> ready(String consumer) {
    jdbc.sql("insert into consumer_place (consumer) values (?) on conflict do nothing")
        .param(consumer)
        .update();
    return jdbc.sql("select place from consumer_place where consumer = ? and due_at <= now()")
        .param(consumer)
        .query(Long.class)
        .optional();
  }

  /// Moves a consumer's place on and does what belongs to it; nothing where another process has
  /// been there. Whether it was done.
  boolean pass(String consumer, long sequence, Runnable effect) {
    return Boolean.TRUE.equals(
        transaction.execute(_ -> {
          boolean moved = advance(consumer, sequence);
          if (moved) {
            effect.run();
          }
          return moved;
        }));
  }

  private boolean advance(String consumer, long sequence) {
    return jdbc.sql(
                """
                update consumer_place set place = ?, attempts = 0, due_at = now(), last_error = null
                where consumer = ? and place < ?
                """)
            .params(sequence, consumer, sequence)
            .update()
        == 1;
  }

  /// Notes that a fact could not be applied. Tried as often as it may be, it is set aside and the
  /// place moves on.
  void failed(String consumer, long sequence, String error) {
    transaction.executeWithoutResult(_ -> {
      Optional<Integer> attempts =
          jdbc.sql(
                  """
                  update consumer_place set attempts = attempts + 1, last_error = ?
                  where consumer = ? and place < ? returning attempts
                  """)
              .params(error, consumer, sequence)
              .query(Integer.class)
              .optional();
      if (attempts.isEmpty()) {
        return;
      }
      if (attempts.get() < Limits.TRIES_MAX) {
        jdbc.sql(
                """
                update consumer_place set due_at = now() + ? * interval '1 millisecond'
                where consumer = ?
                """)
            .params(WorkLoop.retryAfter(attempts.get()).toMillis(), consumer)
            .update();
      } else {
        aside(consumer, sequence, attempts.get(), error);
        advance(consumer, sequence);
      }
    });
  }

  private void aside(String consumer, long sequence, int attempts, String error) {
    jdbc.sql(
            """
            insert into consumer_aside (consumer, sequence, attempts, due_at, last_error)
            values (?, ?, ?, now() + ? * interval '1 millisecond', ?)
            """)
        .params(consumer, sequence, attempts, WorkLoop.retryAfter(attempts).toMillis(), error)
        .update();
  }

  /// Facts that were set aside and are due again.
  List<Long> asideDue(String consumer) {
    return jdbc.sql(
            """
            select sequence from consumer_aside where consumer = ? and due_at <= now()
            order by sequence limit ?
            """)
        .params(consumer, Limits.ASIDE_AT_ONCE_MAX)
        .query(Long.class)
        .list();
  }

  /// Applies a fact that was set aside; nothing where another process has done so. Whether it was.
  boolean passAside(String consumer, long sequence, Runnable effect) {
    return Boolean.TRUE.equals(
        transaction.execute(_ -> {
          boolean taken =
              jdbc.sql("delete from consumer_aside where consumer = ? and sequence = ?")
                      .params(consumer, sequence)
                      .update()
                  == 1;
          if (taken) {
            effect.run();
          }
          return taken;
        }));
  }

  /// Notes that a fact set aside failed again.
  void failedAside(String consumer, long sequence, String error) {
    jdbc.sql(
            """
            update consumer_aside set attempts = attempts + 1, last_error = ?,
              due_at = now() + least(power(2, least(attempts, 20)), ?) * interval '1 second'
            where consumer = ? and sequence = ?
            """)
        .params(error, Limits.RETRY_MAX.toSeconds(), consumer, sequence)
        .update();
  }
}
