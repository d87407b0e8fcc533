package org.ridgeline.oversight.report;

import java.time.YearMonth;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ridgeline.oversight.project.TallyStore;
import org.ridgeline.oversight.track.Cell;

/// Every number of a month's report, before any is hidden.
/// - **Shape** `areas` in order, the nation first
public record Figures(YearMonth month, SortedSet<Area> areas, SortedMap<Key, Counts> counts) {
  public Figures {
    areas = Collections.unmodifiableSortedSet(areas);
    counts = Collections.unmodifiableSortedMap(counts);
  }

  /// In the month, and since inception up to its end.
  public record Counts(long month, long cumulative) {
    Counts plus(boolean inMonth, long n) {
      return new Counts(inMonth ? month + n : month, cumulative + n);
    }
  }

  /// The figures of a month.
  /// - **Shape** `rows` of all months up to it. Areas where nothing was ever counted are in no
  ///   table: there is nobody whose count could be small
  public static Figures of(YearMonth month, List<TallyStore.Row> rows) {
    SortedSet<Area> areas = new TreeSet<>();
    areas.add(Area.NATION);
    rows.forEach(row -> {
      Area area = areaOf(row.cell());
      areas.add(area);
      areas.add(Area.state(area.state()));
    });
    Map<Key, Counts> counts = new HashMap<>();
    areas.forEach(area -> keys(area).forEach(key -> counts.put(key, new Counts(0, 0))));
    for (TallyStore.Row row : rows) {
      add(row, month, counts);
    }
    return new Figures(month, areas, new TreeMap<>(counts));
  }

  private static Area areaOf(Cell cell) {
    return Area.jurisdiction(cell.place().fips(), cell.place().state());
  }

  /// What stands in the tables of an area.
  static Stream<Key> keys(Area area) {
    return Stream.of(Line.values())
        .filter(line -> line.everywhere() || area.kind() != Area.Kind.JURISDICTION)
        .flatMap(line ->
            Stream.concat(
                    Stream.of(Row.ALL),
                    Row.splits(line, area.kind()).stream().flatMap(by -> by.rows().stream()))
                .map(row -> new Key(area, line, row)));
  }

  private static void add(TallyStore.Row row, YearMonth month, Map<Key, Counts> counts) {
    Cell cell = row.cell();
    Area here = areaOf(cell);
    boolean inMonth = cell.month().equals(month);
    for (Area area : List.of(Area.NATION, Area.state(here.state()), here)) {
      Line.of(cell)
          .flatMap(line ->
              Row.of(cell.split(), Row.splits(line, area.kind()))
                  .map(one -> new Key(area, line, one)))
          .forEach(key -> counts.computeIfPresent(key, (_, old) -> old.plus(inMonth, row.n())));
    }
  }

  /// One count.
  /// - **Error** a key that is in no table: IllegalArgumentException
  public Counts of(Key key) {
    Counts found = counts.get(key);
    if (found == null) {
      throw new IllegalArgumentException("no table has " + key);
    }
    return found;
  }
}
