package org.ridgeline.casework.verification;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The SQL of who is on the queue.
public final class StandingStore {
  private final JdbcClient jdbc;

  public StandingStore(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /// An examiner's standing.
  /// - **Shape** `off` why they are off the queue, empty while on it; `countedSince` the last
  ///   reinstatement
  record Standing(
      String name,
      Optional<Instant> offSince,
      String off,
      Instant countedSince,
      String reinstatedBy,
      String note) {}

  /// Notes somebody who takes part.
  void seen(String name) {
    jdbc.sql(
            """
            insert into examiner_standing (name, counted_since) values (?, '-infinity')
            on conflict do nothing
            """)
        .param(name)
        .update();
  }

  List<Standing> all() {
    return jdbc.sql(
            """
            select name, off_since, coalesce(off_why, '') as off,
              greatest(counted_since, timestamptz '1970-01-01 00:00:00Z') as counted,
              coalesce(reinstated_by, '') as by, coalesce(note, '') as note
            from examiner_standing order by off_since is null, name
            """)
        .query((row, _) ->
            new Standing(
                row.getString("name"),
                Optional.ofNullable(row.getTimestamp("off_since")).map(Timestamp::toInstant),
                row.getString("off"),
                row.getTimestamp("counted").toInstant(),
                row.getString("by"),
                row.getString("note")))
        .list();
  }

  Optional<Standing> of(String name) {
    return all().stream().filter(standing -> standing.name().equals(name)).findFirst();
  }

  void off(String name, String why, Instant now) {
    jdbc.sql(
            """
            update examiner_standing set off_since = ?, off_why = ?
            where name = ? and off_since is null
            """)
        .params(Timestamp.from(now), why, name)
        .update();
  }

  boolean reinstate(String name, String by, String note, Instant now) {
    return jdbc.sql(
                """
                update examiner_standing set off_since = null, off_why = null, counted_since = ?,
                  reinstated_by = ?, note = ? where name = ? and off_since is not null
                """)
            .params(Timestamp.from(now), by, note, name)
            .update()
        == 1;
  }
}
