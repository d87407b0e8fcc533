package org.ridgeline.casework.redress;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the public page counts: every kind has its row, zero or not.
public final class RedressCounts {
  private final JdbcClient jdbc;

  public RedressCounts(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /// The items of a kind.
  /// - **Shape** `medianDays` from receipt to decision, empty while nothing is decided; `breaches`
  ///   deadlines that passed, two clocks an item
  public record Row(
      ClaimKind kind,
      int received,
      int open,
      int decided,
      Optional<Double> medianDays,
      int breaches) {}

  /// What became of correction notices.
  public record Notices(int sent, int acknowledged, int overdue) {}

  /// One row for each kind.
  public List<Row> rows() {
    Map<ClaimKind, Row> found = new EnumMap<>(ClaimKind.class);
    jdbc.sql(
            """
            select kind, count(*), count(*) filter (where decided_at is null), count(decided_at),
              percentile_cont(0.5) within group
                (order by extract(epoch from decided_at - received_at) / 86400),
              sum((select count(*) from redress_escalation e where e.item_id = i.item_id))
            from redress_item i group by kind
            """)
        .query((row, _) ->
            new Row(
                ClaimKind.valueOf(row.getString(1)),
                row.getInt(2),
                row.getInt(3),
                row.getInt(4),
                Optional.ofNullable(row.getObject(5, Double.class)),
                row.getInt(6)))
        .list()
        .forEach(row -> found.put(row.kind(), row));
    List<Row> rows = new ArrayList<>();
    for (ClaimKind kind : ClaimKind.values()) {
      rows.add(found.getOrDefault(kind, new Row(kind, 0, 0, 0, Optional.empty(), 0)));
    }
    return List.copyOf(rows);
  }

  /// Correction notices so far.
  public Notices notices() {
    return jdbc.sql(
            """
            select count(*), count(acknowledged_at), count(*) filter (
              where acknowledged_at is null and alarmed_at is not null)
            from correction_notice
            """)
        .query((row, _) -> new Notices(row.getInt(1), row.getInt(2), row.getInt(3)))
        .single();
  }
}
