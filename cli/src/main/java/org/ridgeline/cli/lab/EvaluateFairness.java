package org.ridgeline.cli.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.ridgeline.bench.evaluate.Comparer;
import org.ridgeline.bench.evaluate.SetPrint;
import org.ridgeline.bench.evaluate.Verification;
import org.ridgeline.bench.fairness.Fairness;
import org.ridgeline.bench.fairness.FairnessReport;
import org.ridgeline.bench.fairness.FairnessSetting;
import org.ridgeline.bench.fairness.Labels;
import org.ridgeline.cli.terminal.Between;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.cli.terminal.Output;
import org.ridgeline.extract.Limits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `evaluate fairness`: errors by groups of people, sensors and prints.
@Command(
    name = "fairness",
    description = {
      "Compares all prints and reports errors by group: of each label told, of folders, finger",
      "positions and qualities. Names groups whose errors are not of chance."
    },
    mixinStandardHelpOptions = true)
final class EvaluateFairness implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "DIR[@DPI]",
      description = "folders of FINGER_IMPRESSION.ext or PERSON_FINGER_IMPRESSION.ext images")
  private List<String> folders;

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description = {
        "CSV with a header: file, finger or person, then labels such as sex, age, sensor;",
        "a column named person says whose fingers belong together"
      })
  private Optional<Path> labels = Optional.empty();

  @Option(
      names = "--engines",
      split = ",",
      paramLabel = "NAME",
      defaultValue = "ridgeline,sourceafis",
      description = "these engines (default: ${DEFAULT-VALUE})")
  private Set<String> engines = Set.of();

  @Between(least = 0.000001, most = 0.5)
  @Option(
      names = "--fmr",
      defaultValue = "0.001",
      paramLabel = "RATE",
      description = "threshold of pairs: FMR of all together (default: ${DEFAULT-VALUE})")
  private double fmr;

  @Between(least = 0.000001, most = 0.5)
  @Option(
      names = "--fpir",
      defaultValue = "0.01",
      paramLabel = "RATE",
      description = "threshold of searches: FPIR of all together (default: ${DEFAULT-VALUE})")
  private double fpir;

  @Between(least = 0.000001, most = 0.5)
  @Option(
      names = "--q",
      defaultValue = "0.05",
      paramLabel = "SHARE",
      description = "false ones among groups named of a column (default: ${DEFAULT-VALUE})")
  private double share;

  @Option(names = "--seed", defaultValue = "1", description = "of lots (default: 1)")
  private long seed;

  @Option(names = "--dpi", paramLabel = "N", description = "resolution of folders without @DPI")
  @Between(least = Limits.RESOLUTION_PPI_MIN, most = Limits.RESOLUTION_PPI_MAX)
  private Optional<Integer> dpi = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "also write fairness.csv and fairness.json")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--json", description = "print one JSON object, a key per engine")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    FairnessSetting setting = new FairnessSetting(fmr, fpir, share, seed);
    List<Comparer> chosen = EvaluateOutput.chosen(engines);
    Labels told = labels.isPresent() ? Labels.read(labels.get()) : Labels.none();
    if (out.isPresent()) {
      Files.createDirectories(out.get());
    }
    Verification verification =
        Verification.of(EvaluateOutput.folders(folders, dpi), true, Output::progress);
    List<String> refused = verification.refused();
    EvaluateOutput.name(refused);
    EvaluateOutput.tell(verification.disputed());
    List<SetPrint> prints = verification.prints();
    EvaluateOutput.tell(told.unused(prints));
    Fairness fairness = Fairness.of(prints, told, setting);
    Map<String, FairnessReport> reports = new LinkedHashMap<>();
    for (Comparer engine : chosen) {
      reports.put(engine.name(), fairness.report(verification.scores(engine)));
    }
    if (json) {
      Output.json(reports);
    } else {
      FairnessTable.print(reports);
    }
    if (out.isPresent()) {
      Files.write(out.get().resolve("fairness.csv"), FairnessTable.csv(reports));
      Files.writeString(
          out.get().resolve("fairness.json"), Output.mapper().writeValueAsString(reports) + "\n");
    }
    return refused.isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS;
  }
}
