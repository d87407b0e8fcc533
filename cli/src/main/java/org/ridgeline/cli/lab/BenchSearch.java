package org.ridgeline.cli.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.ridgeline.bench.Cores;
import org.ridgeline.bench.PeopleGallery;
import org.ridgeline.bench.SearchBench;
import org.ridgeline.bench.TemporaryFolder;
import org.ridgeline.bench.plot.ScalePlot;
import org.ridgeline.chart.canvas.PlotFile;
import org.ridgeline.cli.terminal.Between;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.cli.terminal.Output;
import org.ridgeline.search.gallery.Segment;
import org.ridgeline.search.gallery.Snapshot;
import org.ridgeline.search.gallery.StoredGallery;
import org.ridgeline.search.parallel.Workers;
import org.ridgeline.search.rank.Engine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `bench search`: how fast the search engine is, and whom it loses, beside SourceAFIS.
@Command(
    name = "search",
    description = {
      "Searches a gallery of fictional people and prints times and losses beside SourceAFIS",
      "in the same run. Makes the gallery in a temporary folder, or in --gallery, to use it again."
    },
    mixinStandardHelpOptions = true)
final class BenchSearch implements Callable<Integer> {
  @Option(
      names = "--people",
      defaultValue = "10000",
      split = ",",
      paramLabel = "N",
      description = "size of the gallery (default: 10000); several, growing, are run in turn")
  @Between(least = 1)
  private List<Integer> counts = new ArrayList<>();

  @Option(
      names = "--plot",
      paramLabel = "FILE",
      description = "draw how times grow with the gallery: .svg or .png")
  private Optional<Path> plot = Optional.empty();

  @Option(
      names = "--distinct",
      defaultValue = "20000",
      description = {
        "people with fingers of their own (default: 20000); the others",
        "are put together from fingers of these"
      })
  @Between(least = 1)
  private int distinct;

  @Option(names = "--fingers", defaultValue = "10", description = "1, 2, 4, 8 or 10 (default: 10)")
  @Between(least = 1, most = 10)
  private int fingers;

  @Option(names = "--threads", defaultValue = "1", description = "1, or all cores (default: 1)")
  @Between(least = 1)
  private int threads;

  @Option(names = "--probes", defaultValue = "200", description = "default: 200")
  @Between(least = 4)
  private int probes;

  @Option(names = "--seed", defaultValue = "42", description = "default: 42")
  private long seed;

  @Option(
      names = "--gallery",
      paramLabel = "DIR",
      description = "gallery of people, made where it is not there, used where it is")
  private Optional<Path> folder = Optional.empty();

  @Option(names = "--json", description = "print one JSON object")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    plot.ifPresent(PlotFile::checkName);
    if (folder.isPresent()) {
      return run(folder.get());
    }
    try (TemporaryFolder temporary = TemporaryFolder.create("ridgeline-people")) {
      return run(temporary.path());
    }
  }

  private int run(Path where) throws IOException {
    Engine engine = Engine.standard(threads > 1 ? Cores.workers() : Workers.ALONE);
    List<SearchBench.Result> results = new ArrayList<>();
    for (int count : counts.stream().sorted().toList()) {
      results.add(run(engine, where, count));
      if (!json) {
        print(results.getLast());
      }
    }
    if (json) {
      Output.json(results.size() == 1 ? results.getFirst() : results);
    }
    if (plot.isPresent()) {
      plot(results).write(plot.get());
    }
    return ExitCode.DONE;
  }

  private SearchBench.Result run(Engine engine, Path where, int count) {
    int own = Math.min(distinct, count);
    PeopleGallery people = new PeopleGallery(engine, seed, Output::progress);
    try (StoredGallery gallery = PeopleGallery.open(where)) {
      int have = gallery.snapshot().encounters();
      if (have < own) {
        people.fill(gallery, have, own - have, 1);
      }
      people.recombine(gallery, own, count);
      Snapshot first = first(gallery.snapshot(), count);
      double share = first.encounters() / (double) gallery.snapshot().encounters();
      var plan = new SearchBench.Plan(fingers, threads, probes, own, seed);
      return new SearchBench(engine, first, plan)
          .run(
              plan,
              Math.round(gallery.bytesOnDisk() * share),
              Math.round(gallery.bytesCodes() * share));
    }
  }

  private ScalePlot plot(List<SearchBench.Result> results) {
    return new ScalePlot(
        "1:N search, " + fingers + " fingers, " + threads + " core" + (threads > 1 ? "s" : ""),
        "people in the gallery",
        "milliseconds a search",
        List.of(
            series("median search", results, r -> r.times().p50Ms()),
            series("99 of 100 searches", results, r -> r.times().p99Ms()),
            series("the scan alone", results, r -> r.times().scanMs()),
            series(
                "SourceAFIS, exhaustive (reckoned from its pairs a second)",
                results,
                r ->
                    1000.0
                        * r.setting().people()
                        * fingers
                        / r.exhaustive().exhaustivePairsPerSecond())));
  }

  private static ScalePlot.Series series(
      String name, List<SearchBench.Result> results, ToDoubleFunction<SearchBench.Result> time) {
    return new ScalePlot.Series(
        name,
        results.stream()
            .map(r ->
                new ScalePlot.Point(r.setting().people(), Math.max(0.01, time.applyAsDouble(r))))
            .toList());
  }

  /// Of a gallery that was made larger before, as many segments as the people fill.
  private Snapshot first(Snapshot all, int count) {
    List<Segment> segments = new ArrayList<>();
    int people = 0;
    for (Segment segment : all.segments()) {
      if (people < count) {
        segments.add(segment);
        people += segment.count();
      }
    }
    return new Snapshot(segments, people, all.upTo());
  }

  private void print(SearchBench.Result result) {
    System.out.printf(
        "%,d people, %d fingers, %s%n",
        result.setting().people(), fingers, result.setting().kernel());
    System.out.printf(
        "a search: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms (mated %.1f ms, strangers %.1f ms)%n",
        result.times().p50Ms(),
        result.times().p95Ms(),
        result.times().p99Ms(),
        result.times().p50MatedMs(),
        result.times().p50StrangerMs());
    System.out.printf(
        "  of it the scan %.1f ms at %.0f %% of what reading alone does (%.1f GB/s)%n",
        result.times().scanMs(),
        100 * result.memory().memoryBandwidthShare(),
        result.memory().readGigabytesPerSecond());
    System.out.printf("eight in a batch: %.1f ms each%n", result.times().batchMsPerProbe());
    System.out.printf(
        "%,d people a second and core; SourceAFIS %,.0f pairs a second: %,.0f times as fast%n",
        result.peoplePerSecondPerCore(),
        result.exhaustive().exhaustivePairsPerSecond(),
        result.exhaustive().speedupOverExhaustive());
    System.out.printf(
        "%d bytes a person in memory, %d on disk%n",
        result.memory().bytesPerPersonRam(), result.memory().bytesPerPersonDisk());
    System.out.printf(
        "%d of %d mates known to the full comparison, %d of them not first;"
            + " %d of %d strangers called a hit%n",
        result.losses().mateKnown(),
        result.losses().mated(),
        result.losses().mateMissed(),
        result.losses().falseHits(),
        result.losses().strangers());
  }
}
