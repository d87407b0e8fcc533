package org.ridgeline.cli.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ridgeline.bench.learn.RidgeCalibration;
import org.ridgeline.bench.learn.RidgePairs;
import org.ridgeline.bench.learn.RidgeWeights;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.cli.terminal.Output;
import org.ridgeline.search.compare.Evidence;
import org.ridgeline.search.compare.PhaseWeights;
import org.ridgeline.search.decision.Calibration;
import org.ridgeline.search.decision.ScoreTable;
import org.ridgeline.synth.sensor.SensorKind;
import picocli.CommandLine.Command;
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

  @Option(names = "--seed", defaultValue = "7", description = "of the first round (default: 7)")
  private long seed;

  @Option(
      names = "--rounds",
      defaultValue = "1",
      description = "each with other sensors and fingers (default: 1)")
  private int rounds;

  @Option(names = "--fingers", defaultValue = "15", description = "of a sensor (default: 15)")
  private int fingers;

  @Option(names = "--touches", defaultValue = "4", description = "of a finger (default: 4)")
  private int touches;

  @Option(
      names = "--strangers",
      defaultValue = "8",
      description = "pairs of prints on one sensor of each two fingers (default: 8)")
  private int strangers;

  @Option(
      names = "--evidence",
      paramLabel = "FILE",
      description = "also writes what each pair was weighed by (CSV)")
  private Optional<Path> evidence = Optional.empty();

  @Option(names = "--json", description = "print one object at the end")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Files.createDirectories(out);
    List<RidgePairs.Compared> compared = compared();
    if (evidence.isPresent()) {
      Files.write(evidence.get(), lines(compared));
    }
    PhaseWeights weights = RidgeWeights.of(compared, source());
    Files.writeString(out.resolve("phase-weights.properties"), weights.toLines());
    int[] genuine = tenths(weights, compared, true);
    int[] impostors = tenths(weights, compared, false);
    RidgeCalibration measured = new RidgeCalibration(genuine, impostors);
    ScoreTable table = measured.table();
    Path file = out.resolve("calibration.properties");
    Files.writeString(file, Calibration.load().withRidges(table, source()).toLines());
    if (json) {
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("genuinePairs", genuine.length);
      result.put("impostorPairs", impostors.length);
      result.put("mostCentibits", measured.most());
      result.put("ridges", table.toString());
      result.put("weights", weights.weights());
      Output.json(result);
    } else {
      System.out.printf(
          "%d genuine and %d impostor pairs; wrote %s%n", genuine.length, impostors.length, file);
    }
    return ExitCode.DONE;
  }

  private List<RidgePairs.Compared> compared() {
    RidgePairs pairs = new RidgePairs(fingers, touches, strangers);
    SensorKind[] kinds = SensorKind.values();
    List<RidgePairs.Compared> compared = new ArrayList<>();
    for (int i = 0; i < rounds * kinds.length; i++) {
      compared.addAll(pairs.of(seed + i / kinds.length, kinds[i % kinds.length]));
      Output.progress("sensors", i + 1, rounds * kinds.length);
    }
    return compared;
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
    return "ridgeline "
        + String.join(" ", spec.commandLine().getParseResult().originalArgs())
        + ", "
        + LocalDate.now()
        + ", fictional prints";
  }
}
