package org.ridgeline.repository.amend;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.ridgeline.ledger.SignedText;
import org.ridgeline.repository.Amended;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The SQL of amendments.
final class AmendmentStore {
  private static final String READ = "select * from amendment ";

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  AmendmentStore(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
    transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
  }

  <T> T together(Supplier<T> step) {
    return transaction.execute(_ -> step.get());
  }

  void add(Amendment asked) {
    jdbc.sql(
            """
            insert into amendment (amendment_id, kind, subject_id, target_id, authority, reason,
              asked_by, asked_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            asked.id(),
            asked.change().kind().name(),
            asked.change().subject(),
            asked.change().target().orElse(null),
            asked.ground().authority(),
            asked.ground().reason(),
            asked.asked().by(),
            time(asked.asked().at()))
        .update();
  }

  Optional<Amendment> find(UUID id) {
    return jdbc.sql(READ + "where amendment_id = ?")
        .param(id)
        .query((row, _) -> amendment(row))
        .optional();
  }

  /// Holds it until the transaction ends.
  Optional<Amendment> hold(UUID id) {
    return jdbc.sql(READ + "where amendment_id = ? for update")
        .param(id)
        .query((row, _) -> amendment(row))
        .optional();
  }

  List<Amendment> newest(int most) {
    return jdbc.sql(READ + "order by decided_at is not null, asked_at desc limit ?")
        .param(most)
        .query((row, _) -> amendment(row))
        .list();
  }

  List<Amendment> notRecorded() {
    return jdbc.sql(READ + "where state = 'APPLIED' and recorded_at is null order by decided_at")
        .query((row, _) -> amendment(row))
        .list();
  }

  List<Amendment> notSwept() {
    return jdbc.sql(
            READ
                + "where state = 'APPLIED' and receipt is not null and swept_at is null"
                + " order by decided_at")
        .query((row, _) -> amendment(row))
        .list();
  }

  void decline(UUID id, Amendment.Step step) {
    jdbc.sql(
            """
            update amendment set state = 'DECLINED', decided_by = ?, decided_at = ?
            where amendment_id = ?
            """)
        .params(step.by(), time(step.at()), id)
        .update();
  }

  void applied(UUID id, Amendment.Step step, Amended done) {
    jdbc.sql(
            """
            update amendment
            set state = 'APPLIED', decided_by = ?, decided_at = ?, persons = ?, encounters = ?
            where amendment_id = ?
            """)
        .params(
            step.by(),
            time(step.at()),
            done.persons().toArray(UUID[]::new),
            done.encounters().toArray(UUID[]::new),
            id)
        .update();
  }

  void receipt(UUID id, SignedText receipt) {
    jdbc.sql(
            """
            update amendment set receipt = ?, receipt_key = ?, signature = ? where amendment_id = ?
            """)
        .params(receipt.text(), receipt.keyId(), receipt.signature(), id)
        .update();
  }

  void expunged(UUID id, List<String> marks) {
    for (String mark : marks) {
      jdbc.sql("insert into expunged_file values (?, ?) on conflict do nothing")
          .params(mark, id)
          .update();
    }
  }

  Optional<UUID> expunged(String mark) {
    return jdbc.sql("select amendment_id from expunged_file where mark = ?")
        .param(mark)
        .query(UUID.class)
        .optional();
  }

  void recorded(UUID id, Instant at) {
    jdbc.sql("update amendment set recorded_at = ? where amendment_id = ?")
        .params(time(at), id)
        .update();
  }

  void swept(List<UUID> ids, Instant at) {
    jdbc.sql("update amendment set swept_at = ? where amendment_id = any(?)")
        .params(time(at), ids.toArray(UUID[]::new))
        .update();
  }

  private static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private static Amendment amendment(ResultSet row) throws SQLException {
    Optional<Amendment.Decision> decision = Optional.empty();
    if (!row.getString("state").equals("ASKED")) {
      decision =
          Optional.of(
              new Amendment.Decision(
                  row.getString("state").equals("APPLIED"),
                  new Amendment.Step(
                      row.getString("decided_by"), time(row, "decided_at").orElseThrow())));
    }
    Optional<SignedText> receipt = Optional.empty();
    if (row.getString("receipt") != null) {
      receipt =
          Optional.of(
              new SignedText(
                  row.getString("receipt"),
                  row.getString("receipt_key"),
                  row.getBytes("signature")));
    }
    return new Amendment(
        row.getObject("amendment_id", UUID.class),
        new Change(
            Change.Kind.valueOf(row.getString("kind")),
            row.getObject("subject_id", UUID.class),
            Optional.ofNullable(row.getObject("target_id", UUID.class))),
        new Ground(row.getString("authority"), row.getString("reason")),
        new Amendment.Step(row.getString("asked_by"), time(row, "asked_at").orElseThrow()),
        decision,
        new Amendment.Touched(ids(row, "persons"), ids(row, "encounters")),
        receipt,
        time(row, "swept_at"));
  }

  private static List<UUID> ids(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return List.of((UUID[]) array.getArray());
  }
}
