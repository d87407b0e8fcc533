package org.ridgeline.cli.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ridgeline.bench.fairness.FairnessReport;

/// Errors by group, for people to read and as CSV (RFC 4180).
final class FairnessTable {
  private static final String COLUMNS =
      "engine,column,group,prints,measure,errors,trials,persons,rate,low,high,toAll,p,adjusted"
          + ",reason,matedP5,matedP25,matedP50,matedP75,matedP95"
          + ",strangersP5,strangersP25,strangersP50,strangersP75,strangersP95";

  private FairnessTable() {}

  static void print(Map<String, FairnessReport> reports) {
    reports.forEach(FairnessTable::print);
    reports.values().stream()
        .findFirst()
        .ifPresent(report -> {
          System.out.println("What this does not show:");
          report.notShown().forEach(line -> System.out.println("- " + line));
        });
  }

  private static void print(String engine, FairnessReport report) {
    FairnessReport.Scope scope = report.scope();
    System.out.printf(
        "%s: %d prints, %d %ss, %d fingers enrolled; per cent with bounds of 95 %%, by %s%n",
        engine, scope.prints(), scope.persons(), scope.unit(), scope.gallerySize(), scope.unit());
    report
        .thresholds()
        .forEach((name, threshold) ->
            System.out.printf(
                Locale.ROOT,
                "  threshold %.3f for %s %s of all%s%n",
                threshold.threshold(),
                name.toUpperCase(Locale.ROOT),
                threshold.falseRate(),
                threshold.caution().map(c -> "; with caution: " + c).orElse("")));
    System.out.println(
        "  all: "
            + report.measures().entrySet().stream()
                .map(e -> e.getKey() + " " + rate(e.getValue()))
                .collect(Collectors.joining(", ")));
    report
        .alike()
        .ifPresent(
            rate -> System.out.println("  fmr of strangers alike in every label: " + rate(rate)));
    report.columns().forEach(column -> print(report, column));
  }

  private static void print(FairnessReport report, FairnessReport.OfColumn column) {
    System.out.printf(
        "  %-16s %7s %7s  %-8s %-30s %-6s %-8s %s%n",
        column.column(), "persons", "prints", "", "errors/trials, rate", "to all", "adjusted", "");
    for (FairnessReport.Group group : column.groups()) {
      String name = group.group();
      String counts = "%7d %7d".formatted(group.persons(), group.prints());
      for (Map.Entry<String, FairnessReport.Errors> measure : group.measures().entrySet()) {
        FairnessReport.Errors errors = measure.getValue();
        if (errors.rate().trials() > 0) {
          System.out.printf(
              "  %-16s %15s  %-16s %-34s %-6s %-8s %s%n",
              name,
              counts,
              measure.getKey(),
              rate(errors.rate()),
              number(errors.toAll(), 2),
              number(errors.adjusted(), 4),
              errors.reason().filter(reason -> reason.startsWith("too few")).orElse(""));
          name = "";
          counts = "";
        }
      }
      group
          .scores()
          .forEach((kind, scores) ->
              System.out.printf(
                  "  %-16s %15s  scores, %-9s 5, 25, 50, 75, 95 %%: %s%n",
                  "", "", kind, quantiles(scores, " ")));
    }
    printSpread(column);
    String named =
        column.named().stream()
            .map(n ->
                String.format(
                    Locale.ROOT,
                    "%s %s in %s (%.4f)",
                    n.measure(),
                    n.direction(),
                    n.group(),
                    n.adjusted()))
            .collect(Collectors.joining("; "));
    System.out.println(
        "    not by chance, q "
            + report.scope().q()
            + ": "
            + (named.isEmpty() ? "no group" : named));
  }

  private static void printSpread(FairnessReport.OfColumn column) {
    column
        .spread()
        .forEach((measure, spread) ->
            System.out.printf(
                "    %s: most %s, least %s: %s; at least %s%n",
                measure,
                spread.worst(),
                spread.best(),
                spread
                    .reason()
                    .orElseGet(() ->
                        number(spread.worstToBest(), 2)
                            + " times, "
                            + number(spread.worstToMean(), 2)
                            + " times the geometric mean"),
                number(spread.atLeast(), 2)));
  }

  private static String rate(FairnessReport.Rate rate) {
    if (rate.rate().isEmpty()) {
      return "no trial";
    }
    return String.format(
        Locale.ROOT,
        "%d/%d %s",
        rate.errors(),
        rate.trials(),
        EvaluateOutput.percent(
            rate.rate().getAsDouble(), rate.low().orElse(0), rate.high().orElse(1)));
  }

  private static String number(OptionalDouble number, int places) {
    return number.isPresent()
        ? String.format(Locale.ROOT, "%." + places + "f", number.getAsDouble())
        : "-";
  }

  private static String quantiles(FairnessReport.Scores scores, String between) {
    return Stream.of(scores.p5(), scores.p25(), scores.p50(), scores.p75(), scores.p95())
        .map(quantile -> quantile.isPresent() ? number(quantile, 1) : "")
        .collect(Collectors.joining(between));
  }

  /// A line for each group and measure; all together stand in the column "all".
  static List<String> csv(Map<String, FairnessReport> reports) {
    List<String> lines = new ArrayList<>(List.of(COLUMNS));
    reports.forEach((engine, report) -> {
      report
          .measures()
          .forEach((measure, rate) -> {
            OptionalDouble none = OptionalDouble.empty();
            lines.add(
                String.join(",", engine, "all", "all", "" + report.scope().prints(), measure)
                    + ","
                    + line(new FairnessReport.Errors(rate, none, none, none, Optional.empty()))
                    + ",".repeat(10));
          });
      for (FairnessReport.OfColumn column : report.columns()) {
        for (FairnessReport.Group group : column.groups()) {
          group
              .measures()
              .forEach((measure, errors) ->
                  lines.add(
                      String.join(
                          ",",
                          engine,
                          quoted(column.column()),
                          quoted(group.group()),
                          "" + group.prints(),
                          measure,
                          line(errors),
                          quantiles(group.scores().get("mated"), ","),
                          quantiles(group.scores().get("strangers"), ","))));
        }
      }
    });
    return lines;
  }

  private static String line(FairnessReport.Errors errors) {
    FairnessReport.Rate rate = errors.rate();
    return String.join(
        ",",
        "" + rate.errors(),
        "" + rate.trials(),
        "" + rate.persons(),
        cell(rate.rate()),
        cell(rate.low()),
        cell(rate.high()),
        cell(errors.toAll()),
        cell(errors.p()),
        cell(errors.adjusted()),
        quoted(errors.reason().orElse("")));
  }

  private static String cell(OptionalDouble number) {
    return number.isPresent() ? String.format(Locale.ROOT, "%.6f", number.getAsDouble()) : "";
  }

  private static String quoted(String text) {
    return text.matches("[^\",]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
