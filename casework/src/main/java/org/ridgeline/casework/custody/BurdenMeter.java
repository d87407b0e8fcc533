package org.ridgeline.casework.custody;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What this system costs an agency's staff: seconds and clicks on reports there would be none of
/// without it. Time between a form shown and sent; longer than [Limits#FORM_TIME_MAX] counts as
/// that.
public final class BurdenMeter {
  private final JdbcClient jdbc;

  public BurdenMeter(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /// Counts a form that was shown and sent.
  public void add(String ori, String what, Duration spent, int clicks, Instant now) {
    Duration counted = spent.compareTo(Limits.FORM_TIME_MAX) > 0 ? Limits.FORM_TIME_MAX : spent;
    jdbc.sql("insert into agency_burden values (?, ?, ?, ?, ?)")
        .params(ori, what, Math.max(0, counted.toMillis()) / 1000.0, clicks, Timestamp.from(now))
        .update();
  }

  /// What was added up over a period.
  public record Burden(int reports, double seconds, int clicks) {}

  /// An agency's sum since a moment.
  public Burden since(String ori, Instant from) {
    return jdbc.sql(
            """
            select count(*), coalesce(sum(seconds), 0), coalesce(sum(clicks), 0)
            from agency_burden where ori = ? and at >= ?
            """)
        .params(ori, Timestamp.from(from))
        .query((row, _) -> new Burden(row.getInt(1), row.getDouble(2), row.getInt(3)))
        .single();
  }

  /// The sums of all agencies that reported anything since a moment, by ORI.
  public SortedMap<String, Burden> all(Instant from) {
    SortedMap<String, Burden> sums = new TreeMap<>();
    RowCallbackHandler put =
        row ->
            sums.put(row.getString(1), new Burden(row.getInt(2), row.getDouble(3), row.getInt(4)));
    jdbc.sql(
            """
            select ori, count(*), sum(seconds), sum(clicks) from agency_burden
            where at >= ? group by ori
            """)
        .param(Timestamp.from(from))
        .query(put);
    return sums;
  }
}
