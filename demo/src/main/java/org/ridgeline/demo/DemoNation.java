package org.ridgeline.demo;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.ridgeline.oversight.project.Batch;
import org.ridgeline.oversight.project.ProjectionStore;
import org.ridgeline.oversight.project.Stream;
import org.ridgeline.oversight.project.Unsealed;
import org.ridgeline.oversight.report.ReportDesk;
import org.ridgeline.oversight.report.ReportStore;
import org.ridgeline.oversight.track.Fact;
import org.ridgeline.synth.nation.NationYears;
import org.ridgeline.synth.nation.Told;

/// A fictional nation's years, so that the public statistics have something to show: counted beside
/// the county's own bookings, in a stream that is not sealed, and some months published as soon as
/// they are told.
///
/// It goes on where an earlier start was stopped. The county needs none of it.
final class DemoNation {
  private static final long SEED = 20_081_027;
  private static final int FACTS_AT_ONCE = 5_000;
  private static final String BY = "demo (fictional nation)";

  private final ProjectionStore counts;
  private final ReportDesk desk;
  private final ReportStore reports;
  private final Consumer<String> said;
  private volatile boolean stopped;

  DemoNation(ProjectionStore counts, ReportDesk desk, ReportStore reports, Consumer<String> said) {
    this.counts = counts;
    this.desk = desk;
    this.reports = reports;
    this.said = said;
  }

  /// Counts what is not counted yet, and publishes what is not published yet.
  /// - **Shape** `asked`: the size, unless the folder has a nation of another size already
  void fill(NationSize asked) {
    if (asked == NationSize.NONE) {
      return;
    }
    NationSize size = there(asked);
    if (size != asked) {
      said.accept("  Goes on with the fictional nation that is there: " + size);
    }
    Set<YearMonth> published =
        reports.issues().stream().map(ReportStore.Issue::month).collect(Collectors.toSet());
    Deque<YearMonth> due = new ArrayDeque<>(size.published);
    due.removeAll(published);
    if (!due.isEmpty()) {
      count(size, due);
    }
  }

  private NationSize there(NationSize asked) {
    Set<String> names = counts.streams().stream().map(Stream::name).collect(Collectors.toSet());
    return Arrays.stream(NationSize.values())
        .filter(size -> names.contains(size.stream))
        .findFirst()
        .orElse(asked);
  }

  private void count(NationSize size, Deque<YearMonth> due) {
    Unsealed stream = new Unsealed(size.stream, counts);
    long[] told = new long[1];
    long[] counted = new long[1];
    long[] nanos = new long[1];
    NationYears.of(SEED, size.counties, size.bookings)
        .tell(
            FACTS_AT_ONCE,
            batch -> {
              while (!stopped && !due.isEmpty() && isTold(due.getFirst(), batch.getFirst().at())) {
                stream.keep();
                publish(due.removeFirst());
              }
              long before = told[0];
              told[0] += batch.size();
              long start = System.nanoTime();
              if (stream.take(before, new Batch(told[0], facts(batch), List.of()))) {
                counted[0] += batch.size();
                nanos[0] += System.nanoTime() - start;
              }
              return !stopped;
            });
    stream.keep();
    if (!stopped && counted[0] > 0) {
      said.accept(
          String.format(
              Locale.ROOT,
              "  Counted %,d facts of the fictional nation, %,.0f a second",
              counted[0],
              counted[0] * 1e9 / nanos[0]));
    }
    while (!stopped && !due.isEmpty()) {
      publish(due.removeFirst());
    }
  }

  /// Facts are told in about the order of time, those of one booking together: nothing of a month
  /// comes a day after its end.
  private static boolean isTold(YearMonth month, Instant at) {
    return at.isAfter(month.plusMonths(1).atDay(2).atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  private void publish(YearMonth month) {
    desk.publish(month, BY);
    said.accept("  Statistics of the fictional nation for " + month + ": /public/statistics");
  }

  private static List<Fact> facts(List<Told> told) {
    return told.stream().map(one -> new Fact(one.at(), one.event())).toList();
  }

  /// Counts no more; what is being published is published.
  void stop() {
    stopped = true;
  }
}
