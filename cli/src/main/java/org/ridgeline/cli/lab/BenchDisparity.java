package org.ridgeline.cli.lab;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.ridgeline.bench.DisparityBench;
import org.ridgeline.cli.terminal.Between;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.cli.terminal.Output;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `bench disparity`: what the disparity analysis finds where the truth is known.
@Command(
    name = "disparity",
    description = {
      "Plants biases in few fictional jurisdictions, and none in others; counts which are found",
      "and who is named without one."
    },
    mixinStandardHelpOptions = true)
final class BenchDisparity implements Callable<Integer> {
  @Option(
      names = "--runs",
      defaultValue = "1000",
      paramLabel = "N",
      description = "runs for each truth (default: ${DEFAULT-VALUE})")
  @Between(least = 1, most = 1_000_000)
  private int runs;

  @Option(
      names = "--jurisdictions",
      defaultValue = "100",
      paramLabel = "J",
      description = "jurisdictions of a run (default: ${DEFAULT-VALUE})")
  @Between(least = 1, most = 10_000)
  private int jurisdictions;

  @Option(
      names = "--bookings",
      defaultValue = "1000",
      paramLabel = "B",
      description = "bookings of a jurisdiction (default: ${DEFAULT-VALUE})")
  @Between(least = 1, most = 1_000_000)
  private int bookings;

  @Option(names = "--seed", defaultValue = "42", description = "default: ${DEFAULT-VALUE}")
  private long seed;

  @Option(names = "--json", description = "print one JSON object")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    DisparityBench.Result result =
        DisparityBench.run(
            new DisparityBench.Setting(runs, jurisdictions, bookings, seed), Output::progress);
    if (json) {
      Output.json(result);
    } else {
      print(result);
    }
    return ExitCode.DONE;
  }

  private static void print(DisparityBench.Result result) {
    System.out.printf(
        "%d runs of %d jurisdictions, about %d bookings each, benchmark %.0f %%,"
            + " a bias in %.0f %% of them, q %.2f%n",
        result.setting().runs(),
        result.setting().jurisdictions(),
        result.setting().bookings(),
        100 * result.benchmark(),
        100 * result.plantedShare(),
        result.q());
    System.out.println(
        "sizes    spread  bias  allowed for     runs with a false one   false share   found");
    for (DisparityBench.Row row : result.rows()) {
      System.out.printf(
          "%-8s %3.0f pt %3.0f pt  %-15s %-23s %-13s %s%n",
          row.truth().sizes(),
          row.truth().spreadPoints(),
          row.truth().biasPoints(),
          row.rule(),
          percent(row.anyFalse()),
          String.format(Locale.ROOT, "%.1f ± %.1f", 100 * row.falseShare(), 100 * row.error()),
          row.found().of() == 0 ? "" : percent(row.found()));
    }
  }

  private static String percent(DisparityBench.Rate rate) {
    return EvaluateOutput.percent((double) rate.count() / rate.of(), rate.low(), rate.high());
  }
}
