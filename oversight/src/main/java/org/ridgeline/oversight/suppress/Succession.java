package org.ridgeline.oversight.suppress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/// Whether what was proven about inherited cells goes on with their successors.
///
/// A move of an earlier report, made by the successors as well, must break no equation here. That
/// is so when each equation either has an inherited cell and its successor on opposite sides, or
/// says of successors what an equation of the earlier report says of the cells they succeed. The
/// earlier report's equations between inherited cells must therefore be in the system.
final class Succession {
  private final CellSystem system;

  /// The inherited cell whose place each cell takes, −1 where there is none.
  private final int[] placeOf;

  Succession(CellSystem system) {
    this.system = system;
    placeOf = new int[system.cells()];
    Arrays.fill(placeOf, -1);
    for (int cell = 0; cell < system.cells(); cell++) {
      if (system.standings[cell] == Standing.INHERITED) {
        placeOf[cell] = cell;
        if (system.successors[cell] >= 0) {
          placeOf[system.successors[cell]] = cell;
        }
      }
    }
  }

  /// Inherited cells that an earlier move could not change any more, in ascending order.
  List<Integer> broken() {
    Set<List<Integer>> earlier = new HashSet<>();
    for (int e = 0; e < system.equations(); e++) {
      if (isEarlier(e)) {
        earlier.add(terms(e, 1));
        earlier.add(terms(e, -1));
      }
    }
    Set<Integer> broken = new HashSet<>();
    for (int cell = 0; cell < system.cells(); cell++) {
      if (system.standings[cell] == Standing.INHERITED && system.successors[cell] < 0) {
        broken.add(cell);
      }
    }
    for (int e = 0; e < system.equations(); e++) {
      List<Integer> terms = isEarlier(e) ? List.of() : terms(e, 1);
      if (!terms.isEmpty() && !earlier.contains(terms)) {
        for (int i = 0; i < terms.size(); i += 2) {
          broken.add(terms.get(i));
        }
      }
    }
    return broken.stream().sorted().toList();
  }

  private boolean isEarlier(int e) {
    for (int i = system.equationStart[e]; i < system.equationStart[e + 1]; i++) {
      if (system.standings[system.equationCells[i]] == Standing.OPEN) {
        return false;
      }
    }
    return true;
  }

  /// The places that an equation speaks of, each followed by how often it counts.
  private List<Integer> terms(int e, int sign) {
    TreeMap<Integer, Integer> counts = new TreeMap<>();
    for (int i = system.equationStart[e]; i < system.equationStart[e + 1]; i++) {
      int place = placeOf[system.equationCells[i]];
      if (place >= 0) {
        counts.merge(place, sign * system.equationSigns[i], Integer::sum);
      }
    }
    List<Integer> terms = new ArrayList<>();
    counts.forEach((place, count) -> {
      if (count != 0) {
        terms.add(place);
        terms.add(count);
      }
    });
    return terms;
  }
}
