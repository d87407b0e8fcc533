package org.ridgeline.exchange.purge;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.ridgeline.ledger.Receipt;
import org.ridgeline.ledger.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The SQL of what is to be purged, and of the receipts of what was.
public final class PurgeStore {
  private final JdbcClient jdbc;

  public PurgeStore(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /// A submission to be purged, and by which rule or decision.
  record Order(String control, String why, int attempts) {}

  /// Notes that a submission is to be purged; ordered twice, the first reason stands. Whether it
  /// was the first.
  public boolean order(String control, String why, Instant now) {
    return jdbc.sql(
                """
                insert into submission_purge (control, why, ordered_at, due_at) values (?, ?, ?, ?)
                on conflict (control) do nothing
                """)
            .params(control, why, Timestamp.from(now), Timestamp.from(now))
            .update()
        == 1;
  }

  /// Orders that are due, oldest first.
  List<Order> due(Instant now, int count) {
    return jdbc.sql(
            """
            select control, why, attempts from submission_purge
            where done_at is null and due_at <= ? order by due_at, control limit ?
            """)
        .params(Timestamp.from(now), count)
        .query((row, _) -> new Order(row.getString(1), row.getString(2), row.getInt(3)))
        .list();
  }

  /// Holds an order until the transaction ends; false where it is done by now.
  boolean lock(String control) {
    return jdbc.sql(
            "select 1 from submission_purge where control = ? and done_at is null for update")
        .param(control)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  void done(String control, Instant now) {
    jdbc.sql(
            """
            update submission_purge set done_at = ?, last_error = null where control = ?
            """)
        .params(Timestamp.from(now), control)
        .update();
  }

  /// Has it looked at again, and says what it waits for.
  void waits(String control, String what, Instant until) {
    jdbc.sql("update submission_purge set due_at = ?, last_error = ? where control = ?")
        .params(Timestamp.from(until), what, control)
        .update();
  }

  void failed(String control, String error, Instant now, Duration wait) {
    jdbc.sql(
            """
            update submission_purge set attempts = attempts + 1, last_error = ?, due_at = ?
            where control = ?
            """)
        .params(error, Timestamp.from(now.plus(wait)), control)
        .update();
  }

  /// What an ordered purge waits for; empty where none is ordered or it is done.
  public Optional<String> waitsFor(String control) {
    return jdbc.sql(
            """
            select coalesce(last_error, 'its turn') from submission_purge
            where control = ? and done_at is null
            """)
        .param(control)
        .query(String.class)
        .optional();
  }

  /// Has what was held looked at now.
  void wake(String control, Instant now) {
    jdbc.sql("update submission_purge set due_at = ? where control = ? and done_at is null")
        .params(Timestamp.from(now), control)
        .update();
  }

  void add(Receipt receipt) {
    jdbc.sql("insert into purge_receipt (subject, made_at, text) values (?, ?, ?)")
        .params(
            receipt.statement().subject().text(),
            Timestamp.from(receipt.statement().at()),
            receipt.text())
        .update();
  }

  /// The receipts of a subject, first made first.
  public List<Receipt> receipts(Subject subject) {
    return jdbc
        .sql("select text from purge_receipt where subject = ? order by receipt_id")
        .param(subject.text())
        .query(String.class)
        .list()
        .stream()
        .flatMap(text -> Receipt.ofText(text).stream())
        .toList();
  }
}
