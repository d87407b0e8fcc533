package org.ridgeline.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ridgeline.bench.PrintSet;
import org.ridgeline.bench.evaluate.Comparer;
import org.ridgeline.bench.evaluate.PrintFolder;
import org.ridgeline.bench.evaluate.Verification;
import org.ridgeline.bench.evaluate.VerifyReport;
import org.ridgeline.bench.plot.DetPlot;
import picocli.CommandLine.Command;
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
      names = "--dpi",
      defaultValue = "500",
      paramLabel = "N",
      description = "resolution of folders without @DPI (default: ${DEFAULT-VALUE})")
  private int dpi;

  @Option(
      names = "--all-impostors",
      description =
          "compare all prints of different fingers, across folders too, not only the"
              + " first impressions within a folder: for FMR below 1e-2")
  private boolean allImpostors;

  @Option(names = "--plot", paramLabel = "FILE", description = "draw the DET: .svg or .png")
  private Optional<Path> plot = Optional.empty();

  @Option(names = "--json", description = "print one JSON object, a key per engine")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    plot.ifPresent(DetPlot::checkName);
    List<PrintFolder> sets = new ArrayList<>();
    for (String folder : folders) {
      sets.add(PrintFolder.list(PrintSet.of(folder, dpi)));
    }
    Verification verification = Verification.of(sets, allImpostors, Output::progress);
    List<String> refused = verification.refused();
    refused.forEach(line -> System.err.println("not read: " + line));
    Map<String, VerifyReport> reports = new LinkedHashMap<>();
    for (Comparer comparer : Comparer.standard()) {
      reports.put(comparer.name(), verification.run(comparer));
    }
    if (json) {
      Output.json(reports);
    } else {
      reports.forEach(EvaluateVerify::print);
    }
    if (plot.isPresent()) {
      List<DetPlot.Series> series = new ArrayList<>();
      reports.forEach(
          (name, report) -> series.add(new DetPlot.Series(name, report.pooled().det())));
      new DetPlot("1:1, " + title(reports.values().iterator().next()), "FMR", "FNMR", series)
          .write(plot.get());
    }
    return refused.isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS;
  }

  private static String title(VerifyReport report) {
    VerifyReport.OfSet all = report.pooled();
    return "%s: %d fingers, %d genuine and %d impostor pairs"
        .formatted(all.set(), all.fingers(), all.genuinePairs(), all.impostorPairs());
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
          100 * report.sets().stream().mapToDouble(s -> s.eer().rate()).average().orElse(0),
          100 * report.sets().stream().mapToDouble(s -> s.fvcEer()).average().orElse(0));
    }
  }

  private static void print(VerifyReport.OfSet set) {
    System.out.printf(
        Locale.ROOT,
        "  %-20s %7d %6d %4d %8d %9d  %-18s %7.2f %-18s %-18s %-18s %.2f%n",
        set.set(),
        set.fingers(),
        set.prints(),
        set.failureToExtract(),
        set.genuinePairs(),
        set.impostorPairs(),
        EvaluateCommand.percent(set.eer().rate(), set.eer().low(), set.eer().high()),
        100 * set.fvcEer(),
        fnmr(set, 0),
        fnmr(set, 1),
        fnmr(set, 2),
        100 * set.zeroFmr());
  }

  private static String fnmr(VerifyReport.OfSet set, int at) {
    VerifyReport.Fnmr fnmr = set.fnmrAtFmr().get(at);
    return fnmr.reason().isPresent()
        ? "too few pairs"
        : EvaluateCommand.percent(
            fnmr.fnmr().getAsDouble(), fnmr.low().getAsDouble(), fnmr.high().getAsDouble());
  }
}
