package org.ridgeline.cli.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ridgeline.bench.evaluate.Comparer;
import org.ridgeline.bench.evaluate.Comparers;
import org.ridgeline.bench.evaluate.Verification;
import org.ridgeline.bench.evaluate.VerifyReport;
import org.ridgeline.bench.plot.DetPlot;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.cli.terminal.Output;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `evaluate verify`: one print against one.
@Command(
    name = "verify",
    description = {
      "Compares prints one to one by the FVC protocol, each folder alone and all pooled.",
      "Prints without a usable template are kept in: they never match."
    },
    mixinStandardHelpOptions = true)
final class EvaluateVerify implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "DIR[@DPI]",
      description = "folders of FINGER_IMPRESSION.ext or PERSON_FINGER_IMPRESSION.ext images")
  private List<String> folders;

  @Option(
      names = "--all-impostors",
      description =
          "compare all prints of different fingers, across folders too, not only the"
              + " first impressions within a folder: for FMR below 1e-2")
  private boolean allImpostors;

  @Mixin private EvaluateOutput output;

  @Override
  public Integer call() throws Exception {
    output.check();
    Verification verification =
        Verification.of(output.folders(folders), allImpostors, Output::progress);
    List<String> refused = verification.refused();
    EvaluateOutput.name(refused);
    Map<String, VerifyReport> reports = new LinkedHashMap<>();
    for (Comparer comparer : Comparers.standard()) {
      reports.put(comparer.name(), verification.run(comparer));
    }
    output.write(reports, EvaluateVerify::print, () -> det(reports));
    return refused.isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS;
  }

  private static DetPlot det(Map<String, VerifyReport> reports) {
    List<DetPlot.Series> series = new ArrayList<>();
    reports.forEach((name, report) -> series.add(new DetPlot.Series(name, report.pooled().det())));
    String title = "1:1, " + title(reports.values().iterator().next());
    return new DetPlot(title, "FMR", "FNMR", series);
  }

  private static String title(VerifyReport report) {
    VerifyReport.OfSet all = report.pooled();
    return "%s: %d fingers, %d genuine and %d impostor pairs"
        .formatted(
            all.set(),
            all.scope().fingers(),
            all.scope().genuinePairs(),
            all.scope().impostorPairs());
  }

  private static void print(String engine, VerifyReport report) {
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
    report.sets().forEach(EvaluateVerify::print);
    if (report.sets().size() > 1) {
      print(report.pooled());
      System.out.printf(
          Locale.ROOT,
          "  mean of the sets: EER %.2f, FVC EER %.2f%n",
          100 * report.sets().stream().mapToDouble(s -> s.rates().eer().rate()).average().orElse(0),
          100 * report.sets().stream().mapToDouble(s -> s.rates().fvcEer()).average().orElse(0));
    }
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
