package org.ridgeline.cli.lab;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.ridgeline.bench.WsqBench;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.cli.terminal.Output;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `bench wsq`: our WSQ codec beside jnbis on the same files.
@Command(
    name = "wsq",
    description = "Decodes every WSQ file under a folder with ours and with jnbis, and encodes.",
    mixinStandardHelpOptions = true)
final class BenchWsq implements Callable<Integer> {
  @Parameters(arity = "1", paramLabel = "DIR", description = "folder of *.wsq files")
  private Path folder;

  @Option(names = "--json", description = "print one JSON object")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    WsqBench.Result result = WsqBench.run(folder);
    if (json) {
      Output.json(result);
    } else {
      System.out.printf(
          "%d files: decode %.1f ms, jnbis %.1f ms (%.1f times as fast), encode %.1f ms"
              + " per 800x750; largest difference %d grey levels%n",
          result.work().files(),
          result.times().decodeMs(),
          result.times().jnbisDecodeMs(),
          result.times().timesAsFast(),
          result.times().encodeMs(),
          result.difference().largestDifference());
    }
    return ExitCode.DONE;
  }
}
