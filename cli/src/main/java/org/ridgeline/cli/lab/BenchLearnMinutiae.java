package org.ridgeline.cli.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ridgeline.bench.learn.MinutiaePairs;
import org.ridgeline.bench.learn.ScoreCalibration;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.search.decision.Calibration;
import org.ridgeline.search.decision.ScoreTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bench learn-minutiae`: what the score of compared minutiae means.
@Command(
    name = "learn-minutiae",
    description = {
      "Measures what the score of compared minutiae means, on fictional prints of six kinds of",
      "sensor. Writes calibration.properties: put it in the resources of the search room to use",
      "it. The same seed and numbers give the same file."
    },
    mixinStandardHelpOptions = true)
final class BenchLearnMinutiae implements Callable<Integer> {
  /// By hand, hundredths of a bit a tenth of a nat, of which 14.4 would be the score's own word. On
  /// the development sets of docs/search.md impostors reach higher scores than fictional ones do.
  private static final double STEEPEST = 12.5;

  @Spec private CommandSpec spec;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "where to write")
  private Path out;

  @Mixin private SeriesOptions series;

  @Option(names = "--json", description = "print one object at the end")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Files.createDirectories(out);
    List<MinutiaePairs.Compared> compared = series.all(MinutiaePairs::of);
    int[] genuine = scores(compared, true);
    int[] impostors = scores(compared, false);
    ScoreCalibration measured = new ScoreCalibration(genuine, impostors);
    ScoreTable table = measured.table(STEEPEST);
    String source = SeriesOptions.source(spec);
    Path file = out.resolve("calibration.properties");
    Files.writeString(file, Calibration.load().withFull(table, source).toLines());
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("genuinePairs", genuine.length);
    result.put("impostorPairs", impostors.length);
    result.put("mostCentibits", measured.most());
    result.put("full", table.toString());
    SeriesOptions.tell(result, json, file);
    return ExitCode.DONE;
  }

  private static int[] scores(List<MinutiaePairs.Compared> compared, boolean isGenuine) {
    return compared.stream()
        .filter(pair -> pair.isGenuine() == isGenuine)
        .mapToInt(MinutiaePairs.Compared::score)
        .toArray();
  }
}
