package org.ridgeline.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What one table makes of cases, and what another does.
/// - **Shape** `matrix` every level under `from`, and every level under `to` for each, zeros among
///   them; `changed` the cases off its diagonal, in the order given
/// - **Error** parts that do not add up to the cases: IllegalArgumentException
public record DifferenceReport(
    PolicyTable from,
    PolicyTable to,
    int cases,
    Map<Level, Map<Level, Integer>> matrix,
    List<Changed> changed) {
  /// A case that has another level under the other table.
  public record Changed(String id, Priority from, Priority to) {}

  public DifferenceReport {
    Map<Level, Map<Level, Integer>> full = new EnumMap<>(Level.class);
    int all = 0;
    int moved = 0;
    for (Level row : Level.values()) {
      Map<Level, Integer> cells = new EnumMap<>(Level.class);
      for (Level column : Level.values()) {
        int count = matrix.getOrDefault(row, Map.of()).getOrDefault(column, 0);
        cells.put(column, count);
        all += count;
        moved += row == column ? 0 : count;
      }
      full.put(row, Collections.unmodifiableMap(cells));
    }
    matrix = Collections.unmodifiableMap(full);
    changed = List.copyOf(changed);
    if (all != cases || moved != changed.size()) {
      throw new IllegalArgumentException(
          "cases="
              + cases
              + " counted "
              + all
              + ", changed="
              + changed.size()
              + " counted "
              + moved);
    }
  }

  /// Applies both tables to every case.
  /// - **Limit** [Limits#REPLAY_CASES_MAX] cases
  public static DifferenceReport of(PolicyTable from, PolicyTable to, Iterable<ReplayCase> cases) {
    PriorityPolicy one = new PriorityPolicy(from);
    PriorityPolicy other = new PriorityPolicy(to);
    Map<Level, Map<Level, Integer>> matrix = new EnumMap<>(Level.class);
    List<Changed> changed = new ArrayList<>();
    int count = 0;
    for (ReplayCase each : cases) {
      if (++count > Limits.REPLAY_CASES_MAX) {
        throw new IllegalArgumentException("cases limit=" + Limits.REPLAY_CASES_MAX);
      }
      Priority before = one.assess(each.history(), each.factors(), each.asOf());
      Priority after = other.assess(each.history(), each.factors(), each.asOf());
      matrix
          .computeIfAbsent(before.level(), _ -> new EnumMap<>(Level.class))
          .merge(after.level(), 1, Integer::sum);
      if (before.level() != after.level()) {
        changed.add(new Changed(each.id(), before, after));
      }
    }
    return new DifferenceReport(from, to, count, matrix, changed);
  }

  /// Cases of a level under the first table.
  public int totalFrom(Level level) {
    return matrix.get(level).values().stream().mapToInt(Integer::intValue).sum();
  }

  /// Cases of a level under the other.
  public int totalTo(Level level) {
    return matrix.values().stream().mapToInt(row -> row.get(level)).sum();
  }
}
