package org.ridgeline.cli.lab;

import java.util.concurrent.Callable;
import org.ridgeline.bench.PrintSet;
import org.ridgeline.bench.evaluate.PrintFolder;
import org.ridgeline.bench.evaluate.PrintSpeed;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.cli.terminal.Output;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `bench extract`: how long prints take to be seen and compared.
@Command(
    name = "extract",
    description = "Times extraction and the comparison of ridges on one core, beside SourceAFIS.",
    mixinStandardHelpOptions = true)
final class BenchExtract implements Callable<Integer> {
  @Parameters(
      arity = "1",
      paramLabel = "DIR[@DPI]",
      description = "folder of FINGER_IMPRESSION.ext or PERSON_FINGER_IMPRESSION.ext images")
  private String folder;

  @Option(names = "--json", description = "print one JSON object")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    PrintSpeed.Result result = PrintSpeed.run(PrintFolder.list(PrintSet.of(folder, 0)));
    if (json) {
      Output.json(result);
    } else {
      System.out.printf(
          "%d prints: extraction %.1f ms, SourceAFIS %.1f ms; made ready %.1f ms;"
              + " compared %.1f ms (one finger), %.1f ms (two)%n",
          result.work().prints(),
          result.extraction().ms(),
          result.extraction().sourceAfisMs(),
          result.comparison().readyMs(),
          result.comparison().genuineMs(),
          result.comparison().strangerMs());
    }
    return ExitCode.DONE;
  }
}
