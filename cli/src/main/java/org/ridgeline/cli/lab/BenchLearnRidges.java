package org.ridgeline.cli.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ridgeline.bench.learn.RidgePairs;
import org.ridgeline.bench.learn.RidgeWeights;
import org.ridgeline.bench.learn.ScoreCalibration;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.search.compare.Evidence;
import org.ridgeline.search.compare.PhaseWeights;
import org.ridgeline.search.decision.Calibration;
import org.ridgeline.search.decision.ScoreTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bench learn-ridges`: how the evidence of compared ridges is weighed, and what the score means.
@Command(
    name = "learn-ridges",
    description = {
      "Learns how the evidence of compared ridges is weighed and what the score means, on",
      "fictional prints of six kinds of sensor. Writes phase-weights.properties and",
      "calibration.properties: put both in the resources of the search room to use them.",
      "The same seed and numbers give the same files."
    },
    mixinStandardHelpOptions = true)
final class BenchLearnRidges implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "where to write")
  private Path out;

  @Mixin private SeriesOptions series;

  @Option(
      names = "--evidence",
      paramLabel = "FILE",
      description = "also writes what each pair was weighed by (CSV)")
  private Optional<Path> evidence = Optional.empty();

  @Option(
      names = "--keep-weights",
      description = "measure what the score means with the weights this program has")
  private boolean isKeeping;

  @Option(names = "--json", description = "print one object at the end")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Files.createDirectories(out);
    List<RidgePairs.Compared> compared = series.all(RidgePairs::of);
    if (evidence.isPresent()) {
      Files.write(evidence.get(), lines(compared));
    }
    PhaseWeights weights = isKeeping ? PhaseWeights.load() : RidgeWeights.of(compared, source());
    Files.writeString(out.resolve("phase-weights.properties"), weights.toLines());
    int[] genuine = tenths(weights, compared, true);
    int[] impostors = tenths(weights, compared, false);
    ScoreCalibration measured = new ScoreCalibration(genuine, impostors);
    ScoreTable table = measured.table();
    Path file = out.resolve("calibration.properties");
    Files.writeString(file, Calibration.load().withRidges(table, source()).toLines());
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("genuinePairs", genuine.length);
    result.put("impostorPairs", impostors.length);
    result.put("mostCentibits", measured.most());
    result.put("ridges", table.toString());
    result.put("weights", weights.weights());
    SeriesOptions.tell(result, json, file);
    return ExitCode.DONE;
  }

  private static int[] tenths(
      PhaseWeights weights, List<RidgePairs.Compared> compared, boolean isGenuine) {
    return compared.stream()
        .filter(pair -> pair.isGenuine() == isGenuine)
        .mapToInt(pair -> weights.tenths(pair.evidence()))
        .toArray();
  }

  private static List<String> lines(List<RidgePairs.Compared> compared) {
    List<String> lines = new ArrayList<>();
    lines.add("genuine,overlap,agreed,stiff,foreseen,paired,clear,unpaired,missed");
    for (RidgePairs.Compared pair : compared) {
      Evidence one = pair.evidence();
      lines.add(
          String.join(
              ",",
              pair.isGenuine() ? "1" : "0",
              Float.toString(one.overlap()),
              Float.toString(one.agreed()),
              Float.toString(one.stiff()),
              Float.toString(one.foreseen()),
              Float.toString(one.paired()),
              Float.toString(one.clear()),
              Integer.toString(one.unpaired()),
              Float.toString(one.missed())));
    }
    return lines;
  }

  private String source() {
    return SeriesOptions.source(spec);
  }
}
