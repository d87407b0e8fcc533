package org.ridgeline.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ridgeline.policy.DifferenceReport;
import org.ridgeline.policy.ExplanationRow;
import org.ridgeline.policy.Level;
import org.ridgeline.policy.PolicyTable;
import org.ridgeline.policy.Priority;

/// A difference report as JSON: keys are added, never changed.
/// - **Shape** `format` 1; `matrix` level under `from` to level under `to` to count, every level
///   there; `totals` of both sides and all
record ReplayJson(
    int format,
    Table from,
    Table to,
    int cases,
    Map<String, Map<String, Integer>> matrix,
    Totals totals,
    List<Changed> changed) {
  record Table(String version, String title) {}

  record Totals(Map<String, Integer> from, Map<String, Integer> to, int changed) {}

  record Changed(String id, Side from, Side to) {}

  record Side(String level, List<Row> rows) {}

  record Row(
      String kind,
      String charge,
      String what,
      String why,
      String row,
      String citation,
      String mark) {}

  static ReplayJson of(DifferenceReport report) {
    Map<String, Map<String, Integer>> matrix = new LinkedHashMap<>();
    Map<String, Integer> from = new LinkedHashMap<>();
    Map<String, Integer> to = new LinkedHashMap<>();
    for (Level row : Level.values()) {
      Map<String, Integer> cells = new LinkedHashMap<>();
      report.matrix().get(row).forEach((column, count) -> cells.put(column.name(), count));
      matrix.put(row.name(), cells);
      from.put(row.name(), report.totalFrom(row));
      to.put(row.name(), report.totalTo(row));
    }
    return new ReplayJson(
        1,
        table(report.from()),
        table(report.to()),
        report.cases(),
        matrix,
        new Totals(from, to, report.changed().size()),
        report.changed().stream()
            .map(c -> new Changed(c.id(), side(c.from()), side(c.to())))
            .toList());
  }

  private static Table table(PolicyTable table) {
    return new Table(table.version(), table.title());
  }

  private static Side side(Priority priority) {
    return new Side(
        priority.level().name(), priority.rows().stream().map(ReplayJson::row).toList());
  }

  private static Row row(ExplanationRow row) {
    return new Row(
        row.kind().name(),
        row.charge(),
        row.what(),
        row.why(),
        row.row().orElse(""),
        row.citation().orElse(""),
        row.mark().map(Enum::name).orElse(""));
  }
}
