package org.ridgeline.cli.lab;

import java.util.List;
import java.util.concurrent.Callable;
import org.ridgeline.bench.FusionBench;
import org.ridgeline.bench.PrintSet;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.cli.terminal.Output;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `bench fusion`: genuine and impostor scores of real prints, for the fusion table.
@Command(
    name = "fusion",
    description = "Compares all prints of folders; prints score bands and likelihood ratios.",
    mixinStandardHelpOptions = true)
final class BenchFusion implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "DIR[@DPI]",
      description = "folders of FINGER_IMPRESSION.ext files (default resolution 500)")
  private List<String> folders;

  @Option(names = "--json", description = "print one JSON object")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    List<PrintSet> sets = folders.stream().map(folder -> PrintSet.of(folder, 0)).toList();
    FusionBench.Result result = FusionBench.run(sets);
    if (json) {
      Output.json(result);
      return ExitCode.DONE;
    }
    System.out.printf(
        "%d prints (%d unusable), %d impostor and %d genuine pairs%n",
        result.prints(), result.unusable(), result.impostors(), result.genuine());
    System.out.println(" score   impostor    genuine  ratio, bits");
    for (FusionBench.Band band : result.bands()) {
      System.out.printf(
          "%6d %10d %10d %8.2f%n",
          band.from(), band.impostorPairs(), band.genuinePairs(), band.ratioBits());
    }
    return ExitCode.DONE;
  }
}
