package org.ridgeline.repository.amend;

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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The SQL of what went by its age.
final class ExpiryStore {
  private static final String READ =
      """
      select encounter_id, person_id, why, expired_at, receipt, receipt_key, signature from expiry
      """;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  ExpiryStore(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
    transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
  }

  <T> T together(Supplier<T> step) {
    return transaction.execute(_ -> step.get());
  }

  void add(Expired one) {
    jdbc.sql(
            """
            insert into expiry (encounter_id, person_id, why, expired_at, receipt, receipt_key,
              signature)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            one.encounterId(),
            one.personId().orElse(null),
            one.why(),
            one.at().atOffset(ZoneOffset.UTC),
            one.receipt().text(),
            one.receipt().keyId(),
            one.receipt().signature())
        .update();
  }

  Optional<Expired> find(UUID encounterId) {
    return jdbc.sql(READ + "where encounter_id = ?")
        .param(encounterId)
        .query((row, _) -> expired(row))
        .optional();
  }

  List<Expired> notRecorded() {
    return jdbc.sql(READ + "where recorded_at is null order by expired_at")
        .query((row, _) -> expired(row))
        .list();
  }

  List<Unswept.Gone> notSwept() {
    return jdbc.sql("select encounter_id, person_id from expiry where swept_at is null")
        .query((row, _) ->
            new Unswept.Gone(
                row.getObject(1, UUID.class),
                Optional.ofNullable(row.getObject(2, UUID.class)).stream().toList()))
        .list();
  }

  void recorded(UUID encounterId, Instant at) {
    jdbc.sql("update expiry set recorded_at = ? where encounter_id = ?")
        .params(at.atOffset(ZoneOffset.UTC), encounterId)
        .update();
  }

  void swept(List<UUID> encounters, Instant at) {
    jdbc.sql("update expiry set swept_at = ? where encounter_id = any(?)")
        .params(at.atOffset(ZoneOffset.UTC), encounters.toArray(UUID[]::new))
        .update();
  }

  private static Expired expired(ResultSet row) throws SQLException {
    return new Expired(
        row.getObject(1, UUID.class),
        Optional.ofNullable(row.getObject(2, UUID.class)),
        row.getString(3),
        row.getObject(4, OffsetDateTime.class).toInstant(),
        new SignedText(row.getString(5), row.getString(6), row.getBytes(7)));
  }
}
