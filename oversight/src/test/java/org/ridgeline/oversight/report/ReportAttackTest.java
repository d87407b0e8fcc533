package org.ridgeline.oversight.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import org.ridgeline.oversight.report.Report.Published;

/// An outsider with every published report and a linear solver. What ties numbers together is
/// written down here again, from the definitions and not from what hides them.
class ReportAttackTest {
  private static final YearMonth FIRST = YearMonth.of(2010, 12);
  private static final int K = 10;
  private static final double SLACK = 1e-6;

  @Test
  void noHiddenNumberOfAnyMonthCanBeWorkedOut() {
    for (long seed = 1; seed <= 2; seed++) {
      List<Report> reports = Months.publish(Months.source(4_000, seed), FIRST, 3);
      long hidden =
          reports.stream()
              .flatMap(report -> report.rows().stream())
              .filter(row -> row.month().isEmpty())
              .count();
      assertThat(hidden).isPositive();
      for (Line line : Line.values()) {
        assertThat(new Attack(reports, line).narrowed()).as(seed + " " + line).isEmpty();
      }
    }
  }

  @Test
  void theAttackFindsWhatIsHiddenBySizeAlone() {
    ReportMaker.Source source = Months.source(4_000, 1);
    List<Report> naive = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      naive.add(bySizeAlone(source.figures(FIRST.plusMonths(i))));
    }
    assertThat(new Attack(naive, Line.VERIFIED).narrowed()).isNotEmpty();
    assertThat(new Attack(naive, Line.REMOVED).narrowed()).isNotEmpty();
  }

  private static Report bySizeAlone(Figures figures) {
    List<Published> rows = new ArrayList<>();
    figures
        .counts()
        .forEach((key, counts) ->
            rows.add(
                new Published(
                    key,
                    Optional.of(counts.month()).filter(n -> n >= K),
                    Optional.of(counts.cumulative()).filter(n -> n >= K))));
    Report.Head head =
        new Report.Head(figures.month(), 1, Months.MADE, K, 0, List.of(), Optional.empty());
    return new Report(head, rows, List.of(), List.of(), List.of(), List.of());
  }

  /// One line of all reports.
  private static final class Attack {
    private final List<Report> reports;
    private final Line line;
    private final ExpressionsBasedModel model = new ExpressionsBasedModel();
    private final Map<String, Variable> variables = new TreeMap<>();
    private final List<String> hidden = new ArrayList<>();
    private int equations;

    Attack(List<Report> reports, Line line) {
      this.reports = reports;
      this.line = line;
      Map<Key, String> before = new HashMap<>();
      for (int i = 0; i < reports.size(); i++) {
        Map<Key, Published> rows = rows(i);
        int at = i;
        rows.forEach((key, row) -> {
          cell(name(key, at, "month"), row.month());
          cell(name(key, at, "cumulative"), row.cumulative());
          List<String> parts = new ArrayList<>(List.of(name(key, at, "month")));
          if (before.containsKey(key)) {
            parts.add(before.get(key));
          } else if (at == 0) {
            variables.computeIfAbsent(name(key, at, "before"), this::unknown);
            parts.add(name(key, at, "before"));
          }
          equal(name(key, at, "cumulative"), parts);
          before.put(key, name(key, at, "cumulative"));
        });
        for (String column :
            at == 0 ? List.of("before", "month", "cumulative") : List.of("month", "cumulative")) {
          rows.keySet().forEach(key -> sums(key, rows, at, column));
        }
      }
    }

    private Map<Key, Published> rows(int at) {
      Map<Key, Published> rows = new TreeMap<>();
      reports.get(at).rows().stream()
          .filter(row -> row.key().line() == line)
          .forEach(row -> rows.put(row.key(), row));
      return rows;
    }

    private static String name(Key key, int at, String column) {
      return key.area().code() + " " + key.row().by() + key.row().value() + " " + at + column;
    }

    private Variable unknown(String name) {
      return model.newVariable(name).lower(0).upper(100_000);
    }

    private void cell(String name, Optional<Long> count) {
      Variable variable = unknown(name);
      count.ifPresent(n -> variable.level(n));
      variables.put(name, variable);
      if (count.isEmpty()) {
        hidden.add(name);
      }
    }

    private void sums(Key key, Map<Key, Published> rows, int at, String column) {
      for (Row.By by : Row.By.values()) {
        List<String> parts =
            rows.keySet().stream()
                .filter(one -> key.row().equals(Row.ALL) && one.row().by() == by)
                .filter(one -> by != Row.By.ALL && one.area().equals(key.area()))
                .map(one -> name(one, at, column))
                .toList();
        equalIfAny(name(key, at, column), parts);
      }
      List<String> within =
          rows.keySet().stream()
              .filter(one -> one.row().equals(key.row()))
              .filter(one -> one.area().kind().ordinal() == key.area().kind().ordinal() + 1)
              .filter(one ->
                  key.area().equals(Area.NATION) || one.area().state().equals(key.area().code()))
              .map(one -> name(one, at, column))
              .toList();
      equalIfAny(name(key, at, column), within);
    }

    private void equalIfAny(String whole, List<String> parts) {
      if (!parts.isEmpty()) {
        equal(whole, parts);
      }
    }

    private void equal(String whole, List<String> parts) {
      Expression expression = model.newExpression("e" + equations++).level(0);
      expression.set(variables.get(whole), -1);
      parts.forEach(part -> expression.set(variables.get(part), 1));
    }

    /// Hidden numbers that are left with fewer than k values.
    List<String> narrowed() {
      if (line.isSum()) {
        return sums();
      }
      double[] low = new double[hidden.size()];
      double[] high = new double[hidden.size()];
      Arrays.fill(low, Double.MAX_VALUE);
      Random random = new Random(line.ordinal());
      for (int round = 0; round < 20; round++) {
        look(i -> isWide(low[i], high[i]) ? 0 : random.nextBoolean() ? 1 : -1, low, high);
      }
      List<String> narrowed = new ArrayList<>();
      for (int i = 0; i < hidden.size(); i++) {
        int cell = i;
        for (int side : new int[] {1, -1}) {
          if (!isWide(low[i], high[i])) {
            look(one -> one == cell ? side : 0, low, high);
          }
        }
        if (!isWide(low[i], high[i])) {
          narrowed.add(hidden.get(i) + " " + low[i] + ".." + high[i]);
        }
      }
      return narrowed;
    }

    /// A sum is shown only where all that it is the sum of is.
    private List<String> sums() {
      List<String> found = new ArrayList<>();
      for (Report report : reports) {
        for (Published row : report.rows()) {
          boolean all =
              line.parts().stream()
                  .allMatch(part ->
                      report
                          .row(row.key().area(), part, row.key().row())
                          .flatMap(Published::month)
                          .isPresent());
          if (row.key().line() == line && row.month().isPresent() && !all) {
            found.add(row.key().toString());
          }
        }
      }
      return found;
    }

    private interface Wish {
      int of(int cell);
    }

    private static boolean isWide(double low, double high) {
      return Math.floor(high + SLACK) - Math.ceil(low - SLACK) >= K - 1;
    }

    private void look(Wish wish, double[] low, double[] high) {
      for (int i = 0; i < hidden.size(); i++) {
        variables.get(hidden.get(i)).weight(wish.of(i));
      }
      Optimisation.Result result = model.maximise();
      assertThat(result.getState().isFeasible()).isTrue();
      for (int i = 0; i < hidden.size(); i++) {
        double value = result.doubleValue(model.indexOf(variables.get(hidden.get(i))));
        low[i] = Math.min(low[i], value);
        high[i] = Math.max(high[i], value);
      }
    }
  }
}
