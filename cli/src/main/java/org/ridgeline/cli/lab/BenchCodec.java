package org.ridgeline.cli.lab;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.ridgeline.bench.CodecBench;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.cli.terminal.Output;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `bench codec`: reading, checking and writing transactions.
@Command(
    name = "codec",
    description = "Reads, checks and writes every transaction of a folder, again and again.",
    mixinStandardHelpOptions = true)
final class BenchCodec implements Callable<Integer> {
  @Parameters(arity = "1", paramLabel = "DIR", description = "folder of ANSI/NIST-ITL files")
  private Path folder;

  @Option(
      names = "--profile",
      defaultValue = "ebts",
      paramLabel = "NAME",
      description = "rules to check (default: ${DEFAULT-VALUE})")
  private String profile;

  @Option(names = "--json", description = "print one JSON object")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    CodecBench.Result result = CodecBench.run(folder, profile);
    if (json) {
      Output.json(result);
    } else {
      System.out.printf(
          "%d files of %.0f kB: read %.0f MB/s, check %.0f MB/s, write %.0f MB/s;"
              + " all three %.0f MB/s, %.2f ms a file%n",
          result.work().files() - result.work().refused(),
          result.work().bytes() / 1e3 / (result.work().files() - result.work().refused()),
          result.speed().readMbPerSecond(),
          result.speed().checkMbPerSecond(),
          result.speed().writeMbPerSecond(),
          result.speed().allMbPerSecond(),
          result.cardMs());
    }
    return ExitCode.DONE;
  }
}
