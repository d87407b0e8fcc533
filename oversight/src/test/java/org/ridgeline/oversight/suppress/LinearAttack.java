package org.ridgeline.oversight.suppress;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/// An outsider with all tables, all equations and a linear solver: the least and the greatest value
/// that each hidden cell can have. Shares nothing with the protector but the system.
///
/// Equations are first solved for as many cells as they can be, in whole numbers; the solver then
/// sees only the cells left free. A cell that solutions for others show to be wide is not asked
/// again, so most cost nothing. Every solution is checked before it counts.
final class LinearAttack {
  private static final double SLACK = 1e-6;
  private static final int ROUNDS = 16;

  private final CellSystem system;
  private final BitSet hidden;
  private final int k;

  LinearAttack(CellSystem system, BitSet hidden, int k) {
    this.system = system;
    this.hidden = hidden;
    this.k = k;
  }

  /// Hidden cells left with fewer than k values; stops at the given number of them.
  List<Integer> narrowed(int enough) {
    List<Integer> found = new ArrayList<>();
    BitSet left = (BitSet) hidden.clone();
    for (int c = left.nextSetBit(0); c >= 0 && found.size() < enough; c = left.nextSetBit(0)) {
      List<Integer> component = component(c);
      component.forEach(left::clear);
      new Component(component).attack(found, enough);
    }
    return found;
  }

  private List<Integer> component(int start) {
    List<Integer> component = new ArrayList<>();
    BitSet seen = new BitSet();
    ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(start));
    seen.set(start);
    while (!queue.isEmpty()) {
      int cell = queue.remove();
      component.add(cell);
      for (int at = system.cellStart[cell]; at < system.cellStart[cell + 1]; at++) {
        for (int term : system.equation(system.cellEquations[at])) {
          int other = term < 0 ? -1 - term : term;
          if (hidden.get(other) && !seen.get(other)) {
            seen.set(other);
            queue.add(other);
          }
        }
      }
    }
    return component.stream().sorted().toList();
  }

  /// Hidden cells that shown ones do not keep apart.
  private final class Component {
    private final List<Integer> cells;
    private final double[] low;
    private final double[] high;

    /// For each cell, how it changes with each free one.
    private final long[][] shares;

    private Component(List<Integer> cells) {
      this.cells = cells;
      low = cells.stream().mapToDouble(system::value).toArray();
      high = low.clone();
      shares = new Elimination(equations(), cells.size()).shares();
    }

    private long[][] equations() {
      int[] indexOf = new int[system.cells()];
      Arrays.fill(indexOf, -1);
      for (int i = 0; i < cells.size(); i++) {
        indexOf[cells.get(i)] = i;
      }
      List<long[]> rows = new ArrayList<>();
      for (int e = 0; e < system.equations(); e++) {
        long[] row = new long[cells.size()];
        boolean any = false;
        for (int term : system.equation(e)) {
          int index = indexOf[term < 0 ? -1 - term : term];
          if (index >= 0) {
            row[index] += term < 0 ? -1 : 1;
            any = true;
          }
        }
        if (any) {
          rows.add(row);
        }
      }
      return rows.toArray(long[][]::new);
    }

    private void attack(List<Integer> found, int enough) {
      Random random = new Random(cells.size());
      for (int round = 0; round < ROUNDS; round++) {
        double[] wish = new double[low.length];
        for (int i = 0; i < wish.length; i++) {
          wish[i] = wide(i) ? 0 : random.nextBoolean() ? 1 : -1;
        }
        look(wish);
      }
      for (int i = 0; i < low.length && found.size() < enough; i++) {
        for (int sign = 1; sign >= -1 && !wide(i); sign -= 2) {
          double[] wish = new double[low.length];
          wish[i] = sign;
          look(wish);
        }
        if (!wide(i)) {
          found.add(cells.get(i));
        }
      }
    }

    /// At least k whole numbers lie between the bounds.
    private boolean wide(int i) {
      return Math.floor(high[i] + SLACK) - Math.ceil(low[i] - SLACK) >= k - 1;
    }

    private void look(double[] wish) {
      ExpressionsBasedModel model = new ExpressionsBasedModel();
      int free = shares[0].length;
      Variable[] variables = new Variable[free];
      for (int f = 0; f < free; f++) {
        double weight = 0;
        for (int i = 0; i < wish.length; i++) {
          weight += wish[i] * shares[i][f];
        }
        // A cap, so that every question has an answer; far wider than k.
        variables[f] = model.newVariable("z" + f).lower(-100_000).upper(100_000).weight(weight);
      }
      for (int i = 0; i < wish.length; i++) {
        Expression expression = model.newExpression("c" + i).lower(-system.value(cells.get(i)));
        for (int f = 0; f < free; f++) {
          if (shares[i][f] != 0) {
            expression.set(variables[f], shares[i][f]);
          }
        }
      }
      if (free > 0 && Arrays.stream(wish).anyMatch(w -> w != 0)) {
        learn(model.maximise());
      }
    }

    private void learn(Optimisation.Result result) {
      if (!result.getState().isOptimal()) {
        throw new IllegalStateException("solver state=" + result.getState());
      }
      double[] values = new double[low.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = system.value(cells.get(i));
        for (int f = 0; f < shares[i].length; f++) {
          values[i] += shares[i][f] * result.doubleValue(f);
        }
        if (values[i] < -SLACK) {
          throw new IllegalStateException("solver cell=" + cells.get(i) + " value=" + values[i]);
        }
      }
      for (int i = 0; i < values.length; i++) {
        low[i] = Math.min(low[i], values[i]);
        high[i] = Math.max(high[i], values[i]);
      }
    }
  }
}
