package org.ridgeline.cli.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.ridgeline.bench.evaluate.MissReport;
import org.ridgeline.bench.evaluate.Verification;
import org.ridgeline.bench.evaluate.VerifyReport;
import org.ridgeline.bench.evaluate.VerifyRun;
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

  @Option(
      names = "--engines",
      split = ",",
      paramLabel = "NAME",
      description = "only these engines, by their keys in the results; all without it")
  private Set<String> engines = Set.of();

  @Option(
      names = "--misses",
      paramLabel = "FILE",
      description =
          "list the genuine pairs missed at each set's FMR 1e-3 and the nearest impostors, with"
              + " file names, scores and what the prints look like: .csv or .json")
  private Optional<Path> misses = Optional.empty();

  @Mixin private EvaluateOutput output;

  @Override
  public Integer call() throws Exception {
    output.check();
    misses.ifPresent(MissFile::checkName);
    Verification verification =
        Verification.of(output.folders(folders), allImpostors, Output::progress);
    List<String> refused = verification.refused();
    EvaluateOutput.name(refused);
    EvaluateOutput.tell(verification.disputed());
    VerifyRun run = verification.run(EvaluateOutput.chosen(engines));
    Map<String, VerifyReport> reports = run.reports();
    output.write(reports, VerifyTable::print, () -> det(reports));
    if (misses.isPresent()) {
      MissReport missed = run.misses(Output::progress);
      MissFile.write(missed, misses.get());
      if (!output.isJson()) {
        MissFile.print(missed);
      }
    }
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
}
