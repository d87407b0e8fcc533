package org.ridgeline.exchange.completeness;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Which fields agencies leave out, in one table.
public final class FieldLeague {
  private final JdbcClient jdbc;

  public FieldLeague(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /// How often a field was missing, and how often what stood in it was wrong.
  public record Lacks(int missing, int invalid) {
    static final Lacks NONE = new Lacks(0, 0);
  }

  /// How many came and how.
  /// - **Shape** `bookings` all that could be read; of them `refused` ones, and `late` ones of
  ///   `dated`, whose date of arrest is a date
  public record Came(int bookings, int refused, int late, int dated) {}

  /// An agency's line.
  /// - **Shape** `fields` each of [WatchedField]
  public record Line(String ori, String name, Came came, Map<WatchedField, Lacks> fields) {
    public Line {
      fields = Map.copyOf(fields);
    }

    /// Fields missing, of all that were looked for.
    public long missing() {
      return fields.values().stream().mapToLong(Lacks::missing).sum();
    }

    /// Fields looked for.
    public long lookedFor() {
      return (long) came.bookings() * WatchedField.values().length;
    }
  }

  /// The lines of all agencies that sent a booking in a period, those that lack most of what was
  /// looked for first.
  /// - **Shape** `until` is not in the period
  public List<Line> lines(LocalDate from, LocalDate until) {
    Map<String, Map<WatchedField, Lacks>> lacks = lacks(from, until);
    List<Line> lines =
        new ArrayList<>(
            jdbc.sql(
                    """
                    select ori, name, count(*), count(*) filter (where refused),
                      count(*) filter (where late), count(late)
                    from booking_fields join completeness_agency on ori = agency_ori
                    where looked_at and received_on >= ? and received_on < ?
                    group by ori, name
                    """)
                .params(from, until)
                .query((row, _) -> {
                  Map<WatchedField, Lacks> fields = new EnumMap<>(WatchedField.class);
                  for (WatchedField field : WatchedField.values()) {
                    fields.put(field, Lacks.NONE);
                  }
                  fields.putAll(lacks.getOrDefault(row.getString(1), Map.of()));
                  return new Line(
                      row.getString(1),
                      row.getString(2),
                      new Came(row.getInt(3), row.getInt(4), row.getInt(5), row.getInt(6)),
                      fields);
                })
                .list());
    // Exact: a share of whole numbers is compared crosswise.
    lines.sort((a, b) -> {
      int more = Long.compare(b.missing() * a.lookedFor(), a.missing() * b.lookedFor());
      return more != 0 ? more : a.ori().compareTo(b.ori());
    });
    return List.copyOf(lines);
  }

  private Map<String, Map<WatchedField, Lacks>> lacks(LocalDate from, LocalDate until) {
    Map<String, Map<WatchedField, Lacks>> lacks = new TreeMap<>();
    RowCallbackHandler put =
        row ->
            lacks
                .computeIfAbsent(row.getString(1), _ -> new EnumMap<>(WatchedField.class))
                .put(
                    WatchedField.valueOf(row.getString(2)),
                    new Lacks(row.getInt(3), row.getInt(4)));
    jdbc.sql(
            """
            select agency_ori, field, count(*) filter (where how = 'missing'),
              count(*) filter (where how = 'invalid')
            from booking_fields, lateral (
              select unnest(missing) as field, 'missing' as how
              union all select unnest(invalid), 'invalid') lacking
            where looked_at and received_on >= ? and received_on < ?
            group by agency_ori, field
            """)
        .params(from, until)
        .query(put);
    return lacks;
  }
}
