package org.ridgeline.cli.lab;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ridgeline.bench.learn.SeriesPairs;
import org.ridgeline.cli.terminal.Between;
import org.ridgeline.cli.terminal.Output;
import org.ridgeline.synth.sensor.SensorKind;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/// Which fictional prints of six kinds of sensor are compared to learn from.
final class SeriesOptions {
  @Option(names = "--seed", defaultValue = "7", description = "of the first round (default: 7)")
  private long seed;

  @Option(
      names = "--rounds",
      defaultValue = "1",
      description = "each with other sensors and fingers (default: 1)")
  @Between(least = 1)
  private int rounds;

  @Option(names = "--fingers", defaultValue = "15", description = "of a sensor (default: 15)")
  @Between(least = 2)
  private int fingers;

  @Option(names = "--touches", defaultValue = "4", description = "of a finger (default: 4)")
  @Between(least = 2)
  private int touches;

  @Option(
      names = "--strangers",
      defaultValue = "8",
      description = "pairs of prints on one sensor of each two fingers (default: 8)")
  @Between(least = 1)
  private int strangers;

  /// How the pairs of one sensor are compared.
  interface Comparing<C> {
    List<C> of(SeriesPairs pairs, long seed, SensorKind kind);
  }

  /// What the pairs of all sensors come to.
  <C> List<C> all(Comparing<C> comparing) {
    SeriesPairs pairs = new SeriesPairs(fingers, touches, strangers);
    SensorKind[] kinds = SensorKind.values();
    List<C> compared = new ArrayList<>();
    for (int i = 0; i < rounds * kinds.length; i++) {
      compared.addAll(comparing.of(pairs, seed + i / kinds.length, kinds[i % kinds.length]));
      Output.progress("sensors", i + 1, rounds * kinds.length);
    }
    return compared;
  }

  /// Says what pairs of both sorts came to, and where it was written.
  /// - **Shape** `result`: with `genuinePairs` and `impostorPairs`
  static void tell(Map<String, Object> result, boolean isJson, Path file) {
    if (isJson) {
      Output.json(result);
    } else {
      System.out.printf(
          "%d genuine and %d impostor pairs; wrote %s%n",
          result.get("genuinePairs"), result.get("impostorPairs"), file);
    }
  }

  /// What is written beside what was learned.
  static String source(CommandSpec spec) {
    return "ridgeline "
        + String.join(" ", spec.commandLine().getParseResult().originalArgs())
        + ", "
        + LocalDate.now()
        + ", fictional prints";
  }
}
