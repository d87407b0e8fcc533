package org.ridgeline.repository.export;

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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The SQL of exports.
final class ExportStore {
  private static final String READ = "select * from export ";

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  ExportStore(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
    transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
  }

  /// In the transaction that is open on this database, else in one of its own.
  <T> T together(Supplier<T> step) {
    return transaction.execute(_ -> step.get());
  }

  void add(Export proposed) {
    jdbc.sql(
            """
            insert into export (export_id, receiver, reason, proposed_by, proposed_at)
            values (?, ?, ?, ?, ?)
            """)
        .params(
            proposed.id(),
            proposed.order().receiver(),
            proposed.order().reason(),
            proposed.proposed().by(),
            time(proposed.proposed().at()))
        .update();
  }

  Optional<Export> find(UUID id) {
    return jdbc.sql(READ + "where export_id = ?")
        .param(id)
        .query((row, _) -> export(row))
        .optional();
  }

  /// Holds it until the transaction ends.
  Optional<Export> hold(UUID id) {
    return jdbc.sql(READ + "where export_id = ? for update")
        .param(id)
        .query((row, _) -> export(row))
        .optional();
  }

  List<Export> newest(int most) {
    return jdbc.sql(READ + "order by proposed_at desc limit ?")
        .param(most)
        .query((row, _) -> export(row))
        .list();
  }

  void agreed(UUID id, Export.Step step) {
    jdbc.sql("update export set agreed_by = ?, agreed_at = ? where export_id = ?")
        .params(step.by(), time(step.at()), id)
        .update();
  }

  void refused(UUID id, Export.Step step) {
    jdbc.sql("update export set refused_by = ?, refused_at = ? where export_id = ?")
        .params(step.by(), time(step.at()), id)
        .update();
  }

  void started(UUID id, Export.Run run) {
    jdbc.sql(
            """
            update export set folder_mark = ?, as_of = ?, encounters = ?, started_at = ?
            where export_id = ?
            """)
        .params(run.folder(), run.asOf(), run.encounters(), time(run.startedAt()), id)
        .update();
  }

  void ended(UUID id, Export.Ended ended) {
    jdbc.sql("update export set manifest = ?, ended_at = ? where export_id = ?")
        .params(ended.manifest(), time(ended.at()), id)
        .update();
  }

  private static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private static Optional<Export.Step> step(ResultSet row, String word) throws SQLException {
    String by = row.getString(word + "_by");
    return time(row, word + "_at").map(at -> new Export.Step(by, at));
  }

  private static Optional<Export.Run> run(ResultSet row) throws SQLException {
    UUID folder = row.getObject("folder_mark", UUID.class);
    long asOf = row.getLong("as_of");
    long encounters = row.getLong("encounters");
    String manifest = row.getString("manifest");
    Optional<Export.Ended> ended = time(row, "ended_at").map(at -> new Export.Ended(at, manifest));
    return time(row, "started_at").map(at -> new Export.Run(folder, asOf, encounters, at, ended));
  }

  private static Export export(ResultSet row) throws SQLException {
    return new Export(
        row.getObject("export_id", UUID.class),
        new Order(row.getString("receiver"), row.getString("reason")),
        step(row, "proposed").orElseThrow(),
        step(row, "agreed"),
        step(row, "refused"),
        run(row));
  }
}
