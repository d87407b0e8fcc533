package org.ridgeline.oversight.disparity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.ridgeline.oversight.disparity.Review.About;
import org.ridgeline.oversight.disparity.Review.Standing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The SQL of review items.
public final class ReviewStore {
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  /// - **Shape** `dataSource` of the role that owns the schema
  public ReviewStore(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
    transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
  }

  <T> T together(Supplier<T> step) {
    return transaction.execute(_ -> step.get());
  }

  /// Opens one; false where the same is open or taken already.
  boolean open(Review item) {
    About about = item.about();
    return jdbc.sql(
                """
                insert into review_item (item_id, unit_kind, unit, unit_name, person_group, step,
                  direction, says, study_sha256, opened_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """)
            .params(
                item.id(),
                about.by().name(),
                about.unit(),
                about.name(),
                about.group(),
                about.step(),
                about.direction().name(),
                item.says(),
                item.study(),
                Timestamp.from(item.openedAt()))
            .update()
        == 1;
  }

  /// Gives one to somebody; false where it is closed, or theirs already, or there is none.
  boolean take(UUID id, String by, Instant at) {
    return jdbc.sql(
                """
                update review_item set state = 'TAKEN', taken_by = ?, taken_at = ?
                where item_id = ? and state <> 'CLOSED' and taken_by is distinct from ?
                """)
            .params(by, Timestamp.from(at), id, by)
            .update()
        == 1;
  }

  /// Closes one; false where somebody else has it, or nobody, or it is closed.
  boolean close(UUID id, Standing.Closed closed) {
    return jdbc.sql(
                """
                update review_item set state = 'CLOSED', closed_at = ?, finding = ?, reason = ?
                where item_id = ? and state = 'TAKEN' and taken_by = ?
                """)
            .params(
                Timestamp.from(closed.at()),
                closed.finding().name(),
                closed.reason(),
                id,
                closed.by())
            .update()
        == 1;
  }

  /// Those that are not closed first, the newest first.
  /// - **Limit** [Limits#ITEMS_SHOWN_MAX]
  public List<Review> list() {
    return jdbc.sql(
            """
            select * from review_item order by state = 'CLOSED', opened_at desc, unit, person_group
            limit ?
            """)
        .param(Limits.ITEMS_SHOWN_MAX)
        .query((row, _) -> item(row))
        .list();
  }

  private static Review item(ResultSet row) throws SQLException {
    About about =
        new About(
            Ask.By.valueOf(row.getString("unit_kind")),
            row.getString("unit"),
            row.getString("unit_name"),
            row.getString("person_group"),
            row.getString("step"),
            Review.Direction.valueOf(row.getString("direction")));
    return new Review(
        row.getObject("item_id", UUID.class),
        about,
        row.getString("says"),
        row.getString("study_sha256"),
        row.getTimestamp("opened_at").toInstant(),
        standing(row));
  }

  private static Standing standing(ResultSet row) throws SQLException {
    return switch (row.getString("state")) {
      case "OPEN" -> new Standing.Open();
      case "TAKEN" ->
          new Standing.Taken(row.getString("taken_by"), row.getTimestamp("taken_at").toInstant());
      default ->
          new Standing.Closed(
              row.getString("taken_by"),
              row.getTimestamp("closed_at").toInstant(),
              Review.Finding.valueOf(row.getString("finding")),
              row.getString("reason"));
    };
  }
}
