package org.ridgeline.cli.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ridgeline.bench.evaluate.VerifyReport;

/// What `evaluate verify` prints for people.
final class VerifyTable {
  private VerifyTable() {}

  /// Prints one engine's report.
  static void print(String engine, VerifyReport report) {
    System.out.println(engine + ": rates in %, with 95 % bounds");
    System.out.printf(
        "  %-20s %7s %6s %4s %8s %9s  %-18s %7s %-18s %-18s %-18s %s%n",
        "set",
        "fingers",
        "prints",
        "FTE",
        "genuine",
        "impostor",
        "EER",
        "FVC EER",
        "FNMR @ FMR 1e-2",
        "@ 1e-3",
        "@ 1e-4",
        "zeroFMR");
    rows(report).forEach(VerifyTable::print);
    if (report.sets().size() > 1) {
      System.out.printf(
          Locale.ROOT,
          "  mean of the sets: EER %.2f, FVC EER %.2f%n",
          100 * report.sets().stream().mapToDouble(s -> s.rates().eer().rate()).average().orElse(0),
          100 * report.sets().stream().mapToDouble(s -> s.rates().fvcEer()).average().orElse(0));
    }
    counts(report);
    quality(report.quality());
    against(report);
  }

  /// Each set, then all together where there are several.
  private static List<VerifyReport.OfSet> rows(VerifyReport report) {
    List<VerifyReport.OfSet> rows = new ArrayList<>(report.sets());
    if (rows.size() > 1) {
      rows.add(report.pooled());
    }
    return rows;
  }

  private static void counts(VerifyReport report) {
    System.out.println(
        "  missed pairs (false matches) at FMR 1e-2, 1e-3, 1e-4 of the pairs at hand");
    for (VerifyReport.OfSet set : rows(report)) {
      String counts =
          set.countsAtFmr().stream()
              .map(c -> "%-15s".formatted(c.nonMatches() + " (" + c.falseMatches() + ")"))
              .collect(Collectors.joining());
      System.out.printf("  %-20s %s%n", set.set(), counts.strip());
    }
  }

  private static void quality(VerifyReport.Quality quality) {
    String bands =
        quality.bands().stream()
            .map(b -> "%s: %d of %d".formatted(b.band(), b.nonMatches(), b.genuinePairs()))
            .collect(Collectors.joining(", "));
    System.out.printf(
        "  missed at the pooled FMR %s by the lower quality of the two: %s%n",
        quality.fmr(), quality.reason().orElse(bands));
  }

  private static void against(VerifyReport report) {
    Optional<VerifyReport.Against> pooled = report.pooled().against();
    if (pooled.isEmpty()) {
      return;
    }
    System.out.printf(
        "  less %s, in points of %%: below 0 errs less; * too few impostor pairs for that FMR%n",
        pooled.get().engine());
    System.out.printf(
        "  %-20s %-22s %-23s %-23s %s%n", "set", "EER", "FNMR @ FMR 1e-2", "@ 1e-3", "@ 1e-4");
    for (VerifyReport.OfSet set : rows(report)) {
      VerifyReport.Against against = set.against().orElseThrow();
      System.out.printf(
          "  %-20s %-22s %-23s %-23s %s%n",
          set.set(),
          EvaluateOutput.points(against.eer()),
          points(against, 0),
          points(against, 1),
          points(against, 2));
    }
  }

  private static String points(VerifyReport.Against against, int at) {
    VerifyReport.FnmrDifference fnmr = against.fnmrAtFmr().get(at);
    return EvaluateOutput.points(fnmr.difference()) + (fnmr.caution().isPresent() ? "*" : "");
  }

  private static void print(VerifyReport.OfSet set) {
    System.out.printf(
        Locale.ROOT,
        "  %-20s %7d %6d %4d %8d %9d  %-18s %7.2f %-18s %-18s %-18s %.2f%n",
        set.set(),
        set.scope().fingers(),
        set.scope().prints(),
        set.scope().failureToExtract(),
        set.scope().genuinePairs(),
        set.scope().impostorPairs(),
        EvaluateOutput.percent(
            set.rates().eer().rate(), set.rates().eer().low(), set.rates().eer().high()),
        100 * set.rates().fvcEer(),
        fnmr(set, 0),
        fnmr(set, 1),
        fnmr(set, 2),
        100 * set.rates().zeroFmr());
  }

  private static String fnmr(VerifyReport.OfSet set, int at) {
    VerifyReport.Fnmr fnmr = set.fnmrAtFmr().get(at);
    return fnmr.reason().isPresent()
        ? "too few pairs"
        : EvaluateOutput.percent(
            fnmr.fnmr().getAsDouble(),
            fnmr.bounds().low().getAsDouble(),
            fnmr.bounds().high().getAsDouble());
  }
}
