package org.ridgeline.oversight.project;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.Function;
import javax.sql.DataSource;
import org.ridgeline.oversight.Limits;
import org.ridgeline.oversight.track.Cell;
import org.ridgeline.oversight.track.ConvictionLevel;
import org.ridgeline.oversight.track.Measure;
import org.ridgeline.oversight.track.Place;
import org.ridgeline.oversight.track.Split;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The SQL of the counts.
public final class TallyStore {
  private static final String ADD =
      """
      insert into tally (measure, detail, month, fips, state, at_booking, at_determination,
        charged, facility, programme, n)
      select * from unnest(?::text[], ?::text[], ?::date[], ?::text[], ?::text[], ?::text[],
        ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[])
      on conflict (month, fips, measure, detail, state, at_booking, at_determination, charged,
        facility, programme)
      do update set n = tally.n + excluded.n
      """;

  private final JdbcClient jdbc;

  /// - **Shape** `dataSource` of the role that owns the schema
  public TallyStore(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /// A cell and its count, in the order of [Order#CELLS].
  public record Row(Cell cell, long n) implements Comparable<Row> {
    @Override
    public int compareTo(Row other) {
      return Order.CELLS.compare(cell, other.cell);
    }
  }

  /// Changes counts, in the caller's transaction. Rows in one order, so that two streams that
  /// change the same ones wait for each other in turn and never in a ring.
  void add(Map<Cell, Long> changes) {
    List<Row> rows =
        new ArrayList<>(
            changes.entrySet().stream().map(one -> new Row(one.getKey(), one.getValue())).toList());
    Collections.sort(rows);
    for (int from = 0; from < rows.size(); from += Limits.ROWS_AT_ONCE_MAX) {
      insert(rows.subList(from, Math.min(rows.size(), from + Limits.ROWS_AT_ONCE_MAX)));
    }
  }

  private void insert(List<Row> rows) {
    jdbc.sql(ADD)
        .param(texts(rows, cell -> cell.measure().name()))
        .param(texts(rows, Cell::detail))
        .param(rows.stream().map(r -> Date.valueOf(r.cell().month().atDay(1))).toArray(Date[]::new))
        .param(texts(rows, cell -> cell.place().fips()))
        .param(texts(rows, cell -> cell.place().state()))
        .param(texts(rows, cell -> cell.split().atBooking().name()))
        .param(texts(rows, cell -> cell.split().atDetermination().name()))
        .param(texts(rows, cell -> cell.split().charged().name()))
        .param(texts(rows, cell -> cell.split().facility()))
        .param(texts(rows, cell -> cell.split().programme()))
        .param(rows.stream().map(Row::n).toArray(Long[]::new))
        .update();
  }

  private static String[] texts(List<Row> rows, Function<Cell, String> text) {
    return rows.stream().map(row -> text.apply(row.cell())).toArray(String[]::new);
  }

  /// The counts of all months up to the last of some, in the order of [Order#CELLS]; those of
  /// nothing left out. The months named are kept apart; those between two of them, and those before
  /// the first, are summed up under the last month of theirs, so that a nation's years fit in
  /// memory.
  public List<Row> until(SortedSet<YearMonth> apart) {
    List<YearMonth> named = List.copyOf(apart);
    return jdbc
        .sql(
            """
            select measure, detail, part, apart, fips, state, at_booking, at_determination,
              charged, facility, programme, sum(n)::bigint
            from (
              select t.*, width_bucket(month, a.months) as part, month = any(a.months) as apart
              from tally t, (select ?::date[] as months) a where month <= ?) counted
            group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
            having sum(n) <> 0
            """)
        .param(named.stream().map(month -> Date.valueOf(month.atDay(1))).toArray(Date[]::new))
        .param(Date.valueOf(named.getLast().atDay(1)))
        .query((row, _) -> row(row, named))
        .list()
        .stream()
        .sorted()
        .toList();
  }

  private static Row row(ResultSet row, List<YearMonth> named) throws SQLException {
    Split split =
        new Split(
            ConvictionLevel.of(row.getString(7)),
            ConvictionLevel.of(row.getString(8)),
            Split.Charged.valueOf(row.getString(9)),
            row.getString(10),
            row.getString(11));
    Place place = new Place(row.getString(5), row.getString(6));
    int part = row.getInt(3);
    YearMonth month = row.getBoolean(4) ? named.get(part - 1) : named.get(part).minusMonths(1);
    Measure measure = Measure.valueOf(row.getString(1));
    return new Row(new Cell(measure, row.getString(2), month, place, split), row.getLong(12));
  }
}
