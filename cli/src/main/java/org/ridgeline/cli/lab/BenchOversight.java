package org.ridgeline.cli.lab;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.ridgeline.app.ScratchCounts;
import org.ridgeline.bench.Median;
import org.ridgeline.bench.TemporaryFolder;
import org.ridgeline.cli.terminal.Between;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.cli.terminal.Output;
import org.ridgeline.outbox.EventCodec;
import org.ridgeline.outbox.Recorded;
import org.ridgeline.oversight.project.Batch;
import org.ridgeline.oversight.project.Projection;
import org.ridgeline.oversight.project.ProjectionStore;
import org.ridgeline.oversight.project.Pseudonyms;
import org.ridgeline.oversight.project.Unsealed;
import org.ridgeline.oversight.track.Fact;
import org.ridgeline.synth.nation.NationYears;
import org.ridgeline.synth.nation.Told;
import org.ridgeline.vocabulary.event.Event;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `bench oversight`: how fast facts are counted, into a database of its own.
@Command(
    name = "oversight",
    description = {
      "Counts the facts of a fictional nation into a PostgreSQL of its own, twice: read from an",
      "outbox and sealed, as a server does, and as they are. Drawing the facts and writing them",
      "to the outbox is not timed. Then what a booking's facts add to the transactions that make",
      "them."
    },
    mixinStandardHelpOptions = true)
final class BenchOversight implements Callable<Integer> {
  private static final long SEED = 20_081_027;
  private static final int WRITTEN = 400;

  @Option(
      names = "--bookings",
      defaultValue = "200000",
      paramLabel = "N",
      description = "bookings; a nation of full size has 12 million (default: ${DEFAULT-VALUE})")
  @Between(least = 1, most = NationYears.BOOKINGS_ALL)
  private long bookings;

  @Option(
      names = "--counties",
      defaultValue = "" + NationYears.COUNTIES_ALL,
      paramLabel = "C",
      description = "counties (default: ${DEFAULT-VALUE})")
  @Between(least = 51, most = NationYears.COUNTIES_ALL)
  private int counties;

  @Option(
      names = "--batch",
      defaultValue = "500000",
      paramLabel = "F",
      description = "facts that wait at once (default: ${DEFAULT-VALUE})")
  @Between(least = 1, most = 500_000)
  private int batch;

  @Option(names = "--json", description = "print one JSON object")
  private boolean json;

  /// What was measured.
  /// - **Shape** `databaseBytes` of all tables of counts and tracks, after one way
  record Result(
      long bookings,
      int counties,
      int factsAtOnce,
      Way recorded,
      Way typed,
      long databaseBytes,
      Written written) {}

  /// What the transactions of one booking take, with its facts and without them.
  /// - **Unit** milliseconds, medians; `addedMs` of the pairs' differences
  record Written(int bookings, int transactions, double withMs, double withoutMs, double addedMs) {}

  /// One way.
  /// - **Shape** `medianPerSecond` of its batches
  record Way(long facts, double seconds, double perSecond, double medianPerSecond) {}

  /// Takes a batch in whose last fact has this number; gives the nanoseconds that took.
  private interface Taking {
    long nanos(long last, List<Told> facts);
  }

  @Override
  public Integer call() throws Exception {
    try (TemporaryFolder temporary = TemporaryFolder.create("ridgeline-bench");
        ScratchCounts scratch = ScratchCounts.in(temporary.path())) {
      Result result = run(scratch);
      if (json) {
        Output.json(result);
      } else {
        print(result);
      }
      return ExitCode.DONE;
    }
  }

  private Result run(ScratchCounts scratch) {
    ProjectionStore store = scratch.store();
    Way recorded;
    try (Projection sealing =
        new Projection("recorded", scratch.facts(), store, new Pseudonyms("measured"))) {
      recorded =
          measured(
              "recorded",
              (last, told) -> {
                scratch.put(recorded(last, told));
                long start = System.nanoTime();
                sealing.follow();
                return System.nanoTime() - start;
              });
    }
    store.clear();
    Unsealed open = new Unsealed("typed", store);
    Way typed =
        measured(
            "typed",
            (last, told) -> {
              long start = System.nanoTime();
              open.take(last - told.size(), new Batch(last, facts(told), List.of()));
              open.keep();
              return System.nanoTime() - start;
            });
    return new Result(bookings, counties, batch, recorded, typed, store.bytes(), written(scratch));
  }

  /// In pairs, one right after the other.
  private static Written written(ScratchCounts scratch) {
    double[] with = new double[WRITTEN];
    double[] without = new double[WRITTEN];
    double[] added = new double[WRITTEN];
    for (int i = 0; i < WRITTEN; i++) {
      List<List<Event>> facts = factsOf("N" + i);
      boolean first = i % 2 == 0;
      long one = scratch.commit(facts, first);
      long other = scratch.commit(facts, !first);
      with[i] = (first ? one : other) / 1e6;
      without[i] = (first ? other : one) / 1e6;
      added[i] = with[i] - without[i];
    }
    return new Written(
        WRITTEN, factsOf("").size(), Median.of(with), Median.of(without), Median.of(added));
  }

  /// Those of a booking without a match, by the transactions that make them.
  private static List<List<Event>> factsOf(String control) {
    UUID id = new UUID(0, 1);
    return List.of(
        List.of(
            new Event.SubmissionReceived(control, "CA0340000", "06067", "CA", Optional.of("CAR"))),
        List.of(
            new Event.SubmissionAccepted(control),
            new Event.GateRecorded(control, "CA0340000", LocalDate.EPOCH, true)),
        List.of(
            new Event.Searched(control, "criminal", "NO_HIT"),
            new Event.AnswerMade(id, control, "criminal", "NO_HIT")),
        List.of(
            new Event.Searched(control, "immigration", "NO_HIT"),
            new Event.AnswerMade(id, control, "immigration", "NO_HIT")));
  }

  private Way measured(String way, Taking taking) {
    NationYears nation = NationYears.of(SEED, counties, bookings);
    List<Double> rates = new ArrayList<>();
    long[] sum = new long[2];
    nation.tell(
        batch,
        told -> {
          sum[0] += told.size();
          long nanos = taking.nanos(sum[0], told);
          sum[1] += nanos;
          rates.add(1e9 * told.size() / nanos);
          // A booking has some eight facts.
          Output.progress(way, Math.min(sum[0], 8 * bookings), 8 * bookings);
          return true;
        });
    double seconds = sum[1] / 1e9;
    double median = Median.of(rates.stream().mapToDouble(Double::doubleValue).toArray());
    return new Way(sum[0], seconds, sum[0] / seconds, median);
  }

  private static List<Fact> facts(List<Told> told) {
    return told.stream().map(one -> new Fact(one.at(), one.event())).toList();
  }

  private static List<Recorded> recorded(long last, List<Told> told) {
    List<Recorded> rows = new ArrayList<>(told.size());
    for (Told one : told) {
      long sequence = last - told.size() + rows.size() + 1;
      rows.add(
          new Recorded(
              sequence,
              new UUID(0, sequence),
              one.event().kind().key(),
              one.event().kind().version(),
              one.at(),
              EventCodec.write(one.event())));
    }
    return rows;
  }

  private static void print(Result result) {
    System.out.printf(
        "%,d bookings of %,d counties, %,d facts, %,d at once%n",
        result.bookings(), result.counties(), result.typed().facts(), result.factsAtOnce());
    print("from the outbox, sealed", result.recorded());
    print("as they are, unsealed", result.typed());
    System.out.printf("database: %.1f MB%n", result.databaseBytes() / 1e6);
    Written written = result.written();
    System.out.printf(
        "%d transactions of a booking: %.2f ms with its facts, %.2f without, %.2f added%n",
        written.transactions(), written.withMs(), written.withoutMs(), written.addedMs());
  }

  private static void print(String name, Way way) {
    System.out.printf(
        "%-24s %8.1f s  %,9.0f facts/s, median of batches %,9.0f%n",
        name, way.seconds(), way.perSecond(), way.medianPerSecond());
  }
}
