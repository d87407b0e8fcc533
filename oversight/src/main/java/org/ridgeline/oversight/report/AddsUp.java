package org.ridgeline.oversight.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// That tables have their compulsory rows and add up.
/// - **Source** domain facts 1.6: 461 removals were published of which two rows explained 318
public final class AddsUp {
  private AddsUp() {}

  /// Checks a total against its parts.
  /// - **Shape** `rows` that the table must have, by their names
  /// - **Error** a row missing, one too many, or another sum: [DoesNotAddUp] that says which and by
  ///   how much
  public static void check(String table, long total, Map<String, Long> parts, Set<String> rows) {
    Set<String> missing = new LinkedHashSet<>(rows);
    missing.removeAll(parts.keySet());
    Set<String> strange = new LinkedHashSet<>(parts.keySet());
    strange.removeAll(rows);
    long sum = parts.values().stream().mapToLong(Long::longValue).sum();
    List<String> faults = new ArrayList<>();
    if (sum != total) {
      faults.add("total " + total + ", parts " + sum + ", difference " + (total - sum));
    }
    if (!missing.isEmpty()) {
      faults.add("compulsory rows missing: " + String.join(", ", missing));
    }
    if (!strange.isEmpty()) {
      faults.add("rows that do not belong: " + String.join(", ", strange));
    }
    if (!faults.isEmpty()) {
      throw new DoesNotAddUp(table + ": " + String.join("; ", faults));
    }
  }

  /// Checks every table of a month's figures, in the month and since inception, and that no stage
  /// of the funnel has more people than the one it follows.
  static void check(Figures figures) {
    figures
        .counts()
        .keySet()
        .forEach(key -> {
          kinds(figures, key);
          splits(figures, key);
        });
    for (Area area : figures.areas()) {
      if (area.kind() != Area.Kind.JURISDICTION) {
        within(figures, area);
        stages(figures, area);
      }
    }
  }

  private static void kinds(Figures figures, Key key) {
    List<Line> parts = key.line().parts();
    if (!parts.isEmpty() && figures.counts().containsKey(key)) {
      SortedMap<String, Key> keys = new TreeMap<>();
      parts.forEach(line -> keys.put(line.key(), new Key(key.area(), line, key.row())));
      both(figures, key, keys);
    }
  }

  private static void splits(Figures figures, Key key) {
    if (key.row().equals(Row.ALL)) {
      for (Row.By by : Row.splits(key.line(), key.area().kind())) {
        SortedMap<String, Key> keys = new TreeMap<>();
        by.rows().forEach(row -> keys.put(row.value(), new Key(key.area(), key.line(), row)));
        both(figures, key, keys);
      }
    }
  }

  private static void within(Figures figures, Area area) {
    for (Line line : Line.values()) {
      SortedMap<String, Key> keys = new TreeMap<>();
      figures.areas().stream()
          .filter(one -> one.kind().ordinal() == area.kind().ordinal() + 1)
          .filter(one -> area.equals(Area.NATION) || one.state().equals(area.code()))
          .map(one -> new Key(one, line, Row.ALL))
          .filter(figures.counts()::containsKey)
          .forEach(key -> keys.put(key.area().code(), key));
      if (!keys.isEmpty()) {
        both(figures, new Key(area, line, Row.ALL), keys);
      }
    }
  }

  private static void both(Figures figures, Key whole, SortedMap<String, Key> parts) {
    String table = whole.area().code() + " " + whole.line().key() + " " + whole.row().value();
    SortedMap<String, Long> month = new TreeMap<>();
    SortedMap<String, Long> cumulative = new TreeMap<>();
    parts.forEach((name, key) -> {
      month.put(name, figures.of(key).month());
      cumulative.put(name, figures.of(key).cumulative());
    });
    Figures.Counts total = figures.of(whole);
    check(table + " month", total.month(), month, parts.keySet());
    check(table + " cumulative", total.cumulative(), cumulative, parts.keySet());
  }

  /// What waits between two stages cannot be fewer than none.
  private static void stages(Figures figures, Area area) {
    for (Stage stage : Stage.values()) {
      long waiting = stage.waiting(line -> figures.of(new Key(area, line, Row.ALL)).cumulative());
      if (waiting < 0) {
        throw new DoesNotAddUp(
            area.code()
                + ": "
                + stage.from().key()
                + " is less than what followed from it, difference "
                + waiting);
      }
    }
  }
}
