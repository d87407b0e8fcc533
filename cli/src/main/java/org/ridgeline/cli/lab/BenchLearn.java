package org.ridgeline.cli.lab;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ridgeline.bench.PrintSet;
import org.ridgeline.bench.evaluate.PrintedFingers;
import org.ridgeline.bench.learn.CalibrationLearning;
import org.ridgeline.bench.learn.PrintPairs;
import org.ridgeline.bench.learn.SignatureLearning;
import org.ridgeline.cli.terminal.Between;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.cli.terminal.Output;
import org.ridgeline.search.decision.Calibration;
import org.ridgeline.search.gallery.PackedMinutiae;
import org.ridgeline.search.signature.SignatureNetwork;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/// `bench learn`: the network that makes signatures, and what its scores mean.
@Command(
    name = "learn",
    description = {
      "Learns the search engine's signature network and measures its calibration,",
      "from fictional fingers or from folders of prints. Writes signature.rln and",
      "calibration.properties: put them in the resources of the search room to use them."
    },
    mixinStandardHelpOptions = true)
final class BenchLearn implements Callable<Integer> {
  private static final int WATCHED = 50;
  @Spec private CommandSpec spec;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "where to write")
  private Path out;

  @Option(names = "--steps", defaultValue = "4500", description = "default: 4500")
  @Between(least = 1)
  private int steps;

  @Option(names = "--batch", defaultValue = "512", description = "pairs a step (default: 512)")
  @Between(least = 1)
  private int batch;

  @Option(names = "--features", defaultValue = "48", description = "default: 48")
  @Between(least = 1)
  private int features;

  @Option(names = "--hidden", defaultValue = "256", description = "default: 256")
  @Between(least = 1)
  private int hidden;

  @Option(names = "--rate", defaultValue = "0.003", description = "learning rate (default: 0.003)")
  @Between(least = 1e-6, most = 1)
  private float rate;

  @Option(names = "--threads", defaultValue = "2", description = "default: 2")
  @Between(least = 1)
  private int threads;

  @Option(names = "--seed", defaultValue = "7", description = "default: 7")
  private long seed;

  @Option(
      names = "--prints",
      paramLabel = "DIR[@DPI]",
      description = "learn from the prints of this folder instead; may be given several times")
  private List<String> folders = new ArrayList<>();

  @Option(
      names = "--network",
      paramLabel = "FILE",
      description = "learn nothing, only measure the calibration of this network")
  private Optional<Path> given = Optional.empty();

  @Option(
      names = "--fingers",
      defaultValue = "10000",
      description = "genuine pairs of the calibration (default: 10000)")
  @Between(least = 1)
  private int fingers;

  @Option(names = "--json", description = "print one object at the end")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Files.createDirectories(out);
    List<List<int[]>> prints = folders.isEmpty() ? List.of() : packed();
    SignatureNetwork network = given.isPresent() ? read(given.get()) : learned(prints);
    try (OutputStream file = Files.newOutputStream(out.resolve("signature.rln"))) {
      network.write(file);
    }
    // Half precision is what is kept: the calibration must be that network's.
    SignatureNetwork kept = read(out.resolve("signature.rln"));
    Calibration calibration =
        CalibrationLearning.measure(
            kept, Calibration.load(), fingers, pairs(prints, seed + 1), source());
    Files.writeString(out.resolve("calibration.properties"), calibration.toLines());
    if (json) {
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("network", kept.digest());
      result.put("signature", calibration.signature().toString());
      result.put("quick", calibration.quick().toString());
      Output.json(result);
    } else {
      System.out.println("wrote " + out.resolve("signature.rln") + " and its calibration");
    }
    return ExitCode.DONE;
  }

  private List<List<int[]>> packed() throws IOException {
    List<PrintSet> sets = folders.stream().map(folder -> PrintSet.of(folder, 0)).toList();
    return PrintedFingers.read(sets, Output::progress).stream()
        .map(touches -> touches.stream().map(PackedMinutiae::pack).toList())
        .toList();
  }

  private static SignatureNetwork read(Path file) throws IOException {
    try (var in = new BufferedInputStream(Files.newInputStream(file))) {
      return SignatureNetwork.read(in);
    }
  }

  private static PrintPairs pairs(List<List<int[]>> prints, long seed) {
    return prints.isEmpty() ? PrintPairs.sketches(seed) : PrintPairs.of(seed, prints);
  }

  private SignatureNetwork learned(List<List<int[]>> prints) {
    var plan = new SignatureLearning.Plan(features, hidden, batch, threads, seed);
    SignatureLearning learning = new SignatureLearning(plan, pairs(prints, seed));
    learning.run(
        steps,
        rate,
        step -> {
          if (step.number() % WATCHED == 0) {
            System.err.printf(
                "step %d of %d: loss %.3f, mate first %.3f%n",
                step.number(), steps, step.loss(), step.alone());
          }
        });
    return learning.network();
  }

  private String source() {
    ParseResult parsed = spec.commandLine().getParseResult();
    return "ridgeline "
        + String.join(" ", parsed.originalArgs())
        + ", "
        + LocalDate.now()
        + ", "
        + (folders.isEmpty() ? "fictional fingers" : folders + " prints");
  }
}
