package org.ridgeline.cli.lab;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.cli.terminal.Output;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `bench card`: how long a card takes from its bytes to what is searched with.
@Command(
    name = "card",
    description = {
      "Times whole cards on one thread, from bytes to templates, as a booking goes,",
      "beside SourceAFIS on one print of each finger."
    },
    mixinStandardHelpOptions = true)
final class BenchCard implements Callable<Integer> {
  @Parameters(
      arity = "1",
      paramLabel = "DIR",
      description = "folder of ANSI/NIST-ITL files, such as 'synth cards' writes")
  private Path folder;

  @Option(names = "--json", description = "print one JSON object")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    CardSpeed.Result result = CardSpeed.run(folder);
    if (json) {
      Output.json(result);
    } else {
      System.out.printf(
          "%d cards, %d images, %d fingers: a card %.0f ms;"
              + " SourceAFIS, prints already decoded and slaps left out, %.0f ms%n",
          result.cards(),
          result.images(),
          result.fingers(),
          result.cardMs(),
          result.sourceAfisMs());
    }
    return ExitCode.DONE;
  }
}
