package org.ridgeline.oversight.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ridgeline.oversight.report.Report.Published;
import org.ridgeline.oversight.suppress.Cell;
import org.ridgeline.oversight.suppress.CellSystem;
import org.ridgeline.oversight.suppress.Pattern;
import org.ridgeline.oversight.suppress.Protector;
import org.ridgeline.oversight.suppress.Refusal;
import org.ridgeline.oversight.suppress.Standing;

/// Which numbers of a report are hidden, so that none that is small can be worked out of this
/// report and all before it. Every equation that an outsider knows is told: everybody and the rows
/// of a split, nation, states and jurisdictions, and that the cumulative count is the last one and
/// what came since. Lines share no equation, so each is looked at by itself; the sum of several is
/// shown where all of them are, and so adds nothing to what is known.
final class Hiding {
  private static final int PREVIOUS = 0;
  private static final int REST = 1;
  private static final int MONTH = 2;
  private static final int CUMULATIVE = 3;
  private static final int COLUMNS = 4;
  private static final int NONE = -1;

  private final Figures now;
  private final Line line;
  private final Optional<Earlier> earlier;
  private final SortedMap<Key, Published> said;
  private final CellSystem.Builder system = new CellSystem.Builder();
  private final Map<Key, int[]> cells = new HashMap<>();

  private final Set<Area> withBefore;

  private Hiding(
      Figures now, Line line, Optional<Earlier> earlier, SortedMap<Key, Published> said) {
    this.now = now;
    this.line = line;
    this.earlier = earlier;
    this.said = said;
    withBefore = withBefore();
  }

  /// The last report, and what it would have said with nothing hidden.
  record Earlier(Report report, Figures figures) {
    SortedMap<Key, Published> rows() {
      SortedMap<Key, Published> rows = new TreeMap<>();
      report.rows().forEach(row -> rows.put(row.key(), row));
      return rows;
    }
  }

  /// The rows of a report.
  /// - **Error** no way to keep all small counts unknown: IllegalStateException that names some
  static List<Published> of(Figures now, Optional<Earlier> earlier, int k) {
    return of(now, earlier, k, new TreeMap<>());
  }

  /// The rows of another version of a report: what the one before hid stays hidden.
  /// - **Shape** `said` its rows; `earlier` the report of the month before
  static List<Published> of(
      Figures now, Optional<Earlier> earlier, int k, SortedMap<Key, Published> said) {
    SortedMap<Key, Published> rows = new TreeMap<>();
    for (Line line : Line.values()) {
      if (!line.isSum()) {
        new Hiding(now, line, earlier, said).published(k).forEach(row -> rows.put(row.key(), row));
      }
    }
    now.counts().keySet().stream()
        .filter(key -> key.line().isSum())
        .forEach(key -> rows.put(key, sum(key, rows)));
    return List.copyOf(rows.values());
  }

  private static Published sum(Key key, Map<Key, Published> rows) {
    List<Published> parts =
        key.line().parts().stream()
            .map(part -> rows.get(new Key(key.area(), part, key.row())))
            .toList();
    return new Published(
        key,
        sum(parts.stream().map(Published::month).toList()),
        sum(parts.stream().map(Published::cumulative).toList()));
  }

  private static Optional<Long> sum(List<Optional<Long>> parts) {
    return parts.stream().allMatch(Optional::isPresent)
        ? Optional.of(parts.stream().mapToLong(Optional::orElseThrow).sum())
        : Optional.empty();
  }

  private List<Published> published(int k) {
    cells();
    equations();
    return switch (Protector.of(system.build(), k)) {
      case Pattern pattern -> published(pattern);
      case Refusal refusal -> throw refused(refusal);
    };
  }

  private Stream<Key> mine() {
    return now.counts().keySet().stream().filter(key -> key.line() == line);
  }

  private void cells() {
    SortedMap<Key, Published> before = earlier.map(Earlier::rows).orElse(new TreeMap<>());
    mine().forEach(key -> cells.put(key, cells(key, Optional.ofNullable(before.get(key)))));
  }

  private int[] cells(Key key, Optional<Published> last) {
    Figures.Counts counts = now.of(key);
    int[] mine = {NONE, NONE, NONE, NONE};
    long known = 0;
    if (last.isPresent()) {
      known = earlier.orElseThrow().figures().of(key).cumulative();
      mine[PREVIOUS] = system.add(new Cell(known, weight(key), standing(last.get())));
    }
    boolean carried = last.isPresent() && last.get().cumulative().isEmpty();
    Optional<Published> version = Optional.ofNullable(said.get(key));
    boolean monthHid = version.isPresent() && version.get().month().isEmpty();
    boolean sumHid = version.isPresent() && version.get().cumulative().isEmpty() && !carried;
    mine[MONTH] = system.add(new Cell(counts.month(), weight(key), again(monthHid)));
    mine[CUMULATIVE] = system.add(new Cell(counts.cumulative(), 2 * weight(key), again(sumHid)));
    if (isGap() && withBefore.contains(key.area())) {
      mine[REST] = system.add(Cell.open(counts.cumulative() - counts.month() - known, 1));
    }
    if (carried) {
      system.succeed(mine[PREVIOUS], mine[CUMULATIVE]);
    }
    return mine;
  }

  /// Whether months lie between the last report and this one: what came in them is a count, too.
  private boolean isGap() {
    return earlier
        .map(last -> !last.report().head().month().plusMonths(1).equals(now.month()))
        .orElse(true);
  }

  /// Areas with a count of anything in months that no report told of. Where there is none, there is
  /// nobody whose count could be small.
  private Set<Area> withBefore() {
    SortedMap<Key, Published> before = earlier.map(Earlier::rows).orElse(new TreeMap<>());
    Set<Area> areas = new HashSet<>();
    now.counts()
        .forEach((key, counts) -> {
          long known =
              before.containsKey(key) ? earlier.orElseThrow().figures().of(key).cumulative() : 0;
          if (counts.cumulative() - counts.month() - known > 0) {
            areas.add(key.area());
          }
        });
    return areas;
  }

  private static Standing standing(Published last) {
    return last.cumulative().isPresent() ? Standing.SHOWN : Standing.INHERITED;
  }

  private static Standing again(boolean wasHidden) {
    return wasHidden ? Standing.HIDDEN : Standing.OPEN;
  }

  /// Totals are worth more than details, and large areas more than small ones.
  private static int weight(Key key) {
    int area =
        switch (key.area().kind()) {
          case NATION -> 10_000;
          case STATE -> 400;
          case JURISDICTION -> 20;
        };
    return key.row().equals(Row.ALL) ? area * 10 : area;
  }

  private void equations() {
    cells.keySet().stream()
        .sorted()
        .forEach(key -> {
          time(key);
          splits(key);
          within(key);
        });
  }

  /// Cumulative = previous + rest + month.
  private void time(Key key) {
    int[] mine = cells.get(key);
    List<Integer> parts = new ArrayList<>();
    for (int column : new int[] {PREVIOUS, REST, MONTH}) {
      if (mine[column] != NONE) {
        parts.add(mine[column]);
      }
    }
    system.equation(mine[CUMULATIVE], ints(parts));
  }

  private void splits(Key key) {
    if (key.row().equals(Row.ALL)) {
      for (Row.By by : Row.splits(key.line(), key.area().kind())) {
        equal(key, by.rows().stream().map(row -> new Key(key.area(), key.line(), row)).toList());
      }
    }
  }

  private void within(Key key) {
    Area area = key.area();
    List<Key> smaller =
        now.areas().stream()
            .filter(one -> isWithin(one, area))
            .map(one -> new Key(one, key.line(), key.row()))
            .filter(cells::containsKey)
            .toList();
    equal(key, smaller);
  }

  private static boolean isWithin(Area one, Area area) {
    return switch (area.kind()) {
      case NATION -> one.kind() == Area.Kind.STATE;
      case STATE -> one.kind() == Area.Kind.JURISDICTION && one.state().equals(area.code());
      case JURISDICTION -> false;
    };
  }

  /// In each column for itself; what one of them lacks in a column is not there to be summed.
  private void equal(Key whole, List<Key> parts) {
    if (parts.isEmpty()) {
      return;
    }
    for (int column = 0; column < COLUMNS; column++) {
      int total = cells.get(whole)[column];
      List<Integer> some = new ArrayList<>();
      for (Key part : parts) {
        int cell = cells.get(part)[column];
        if (cell != NONE) {
          some.add(cell);
        }
      }
      if (total != NONE && !some.isEmpty()) {
        system.equation(total, ints(some));
      }
    }
  }

  private static int[] ints(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }

  private List<Published> published(Pattern pattern) {
    List<Published> rows = new ArrayList<>();
    mine()
        .forEach(key -> {
          Figures.Counts counts = now.of(key);
          int[] at = cells.get(key);
          rows.add(
              new Published(
                  key,
                  shown(pattern, at[MONTH], counts.month()),
                  shown(pattern, at[CUMULATIVE], counts.cumulative())));
        });
    return rows;
  }

  private static Optional<Long> shown(Pattern pattern, int cell, long count) {
    return pattern.hidden(cell) ? Optional.empty() : Optional.of(count);
  }

  private IllegalStateException refused(Refusal refusal) {
    List<String> some = new ArrayList<>();
    cells.forEach((key, mine) -> {
      for (int cell : mine) {
        if (cell != NONE && refusal.cells().contains(cell)) {
          some.add(key.area().code() + " " + key.line().key() + " " + key.row().value());
        }
      }
    });
    List<String> sorted = some.stream().sorted().limit(5).toList();
    return new IllegalStateException(
        "not published: "
            + refusal.cells().size()
            + " small counts could be worked out of this report and those before it, among them "
            + String.join("; ", sorted));
  }
}
