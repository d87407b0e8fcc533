package org.ridgeline.cli.lab;

import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.ridgeline.bench.SubmitBench;
import org.ridgeline.cli.terminal.Between;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.cli.terminal.Output;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `bench`: speed, as JSON.
@Command(
    name = "bench",
    description = "Measures speed; prints JSON.",
    mixinStandardHelpOptions = true,
    subcommands = {
      BenchCommand.Submit.class,
      BenchCodec.class,
      BenchCard.class,
      BenchDisparity.class,
      BenchExtract.class,
      BenchFusion.class,
      BenchLearn.class,
      BenchLearnMinutiae.class,
      BenchLearnRidges.class,
      BenchOversight.class,
      BenchSearch.class,
      BenchWsq.class
    })
public final class BenchCommand {
  /// `bench submit`.
  @Command(
      name = "submit",
      description = "Sends cards at a fixed rate to a running server and follows each to its end.",
      mixinStandardHelpOptions = true)
  static final class Submit implements Callable<Integer> {
    @Option(names = "--url", required = true, description = "base URL of a running server")
    private URI url;

    @Option(names = "--token", required = true, description = "an agency's token")
    private String token;

    @Option(
        names = "--cards",
        required = true,
        paramLabel = "DIR",
        description = "folder of *.an2, *.eft, *.ebts, *.nst files of that agency")
    private Path cards;

    @Option(
        names = "--rate",
        defaultValue = "1",
        paramLabel = "R",
        description = "submissions a second (default: ${DEFAULT-VALUE})")
    @Between(least = 0.001)
    private double rate;

    @Option(
        names = "--count",
        defaultValue = "60",
        paramLabel = "N",
        description = "submissions in all (default: ${DEFAULT-VALUE})")
    @Between(least = 1)
    private int count;

    @Option(names = "--json", description = "print the result as one JSON object")
    private boolean json;

    @Override
    public Integer call() throws Exception {
      SubmitBench.Result result = new SubmitBench(url, token, cards).run(rate, count);
      if (json) {
        Output.json(result);
      } else {
        System.out.printf(
            "%d sent at %.2f/s, %d answered, %d refused, %d failed, told busy %d times;"
                + " sustained %.2f/s%n",
            result.submissions().sent(),
            result.load().ratePerSecond(),
            result.submissions().answered(),
            result.submissions().refused(),
            result.submissions().failed(),
            result.submissions().toldBusy(),
            result.load().sustainedPerSecond());
        result
            .stages()
            .forEach((stage, p) ->
                System.out.printf(
                    "  %-12s p50 %8.1f ms  p95 %8.1f ms  p99 %8.1f ms%n",
                    stage, p.p50Ms(), p.p95Ms(), p.p99Ms()));
      }
      return result.submissions().failed() == 0 ? ExitCode.DONE : ExitCode.TROUBLE;
    }
  }
}
