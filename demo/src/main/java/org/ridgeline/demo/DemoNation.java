package org.ridgeline.demo;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.ridgeline.oversight.project.Batch;
import org.ridgeline.oversight.project.ProjectionStore;
import org.ridgeline.oversight.project.Unsealed;
import org.ridgeline.oversight.report.ReportDesk;
import org.ridgeline.oversight.report.ReportStore;
import org.ridgeline.oversight.track.Fact;
import org.ridgeline.synth.nation.NationYears;
import org.ridgeline.synth.nation.Told;

/// A small fictional nation's years, so that the public statistics have something to show: counted
/// beside the county's own bookings, in a stream that is not sealed, and some months published.
///
/// It goes on where an earlier start was stopped. The county needs none of it.
final class DemoNation {
  /// About so many counties, each with as many bookings as one of a real nation has, so that as
  /// much is shown of it as would be there, and an eightieth of its bookings in all.
  static final int COUNTIES = 40;

  static final long BOOKINGS = 150_000;

  private static final long SEED = 20_081_027;
  private static final String STREAM = "fictional-nation";
  private static final int FACTS_AT_ONCE = 5_000;
  private static final String BY = "demo (fictional nation)";
  private static final List<YearMonth> PUBLISHED =
      List.of(YearMonth.of(2012, 10), YearMonth.of(2012, 11), YearMonth.of(2012, 12));

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
  void fill() {
    Set<YearMonth> there =
        reports.issues().stream().map(ReportStore.Issue::month).collect(Collectors.toSet());
    if (there.containsAll(PUBLISHED)) {
      return;
    }
    count();
    for (YearMonth month : PUBLISHED) {
      if (!stopped && !there.contains(month)) {
        desk.publish(month, BY);
        said.accept("  Statistics of the fictional nation for " + month + ": /public/statistics");
      }
    }
  }

  private void count() {
    Unsealed stream = new Unsealed(STREAM, counts);
    long[] told = new long[1];
    NationYears.of(SEED, COUNTIES, BOOKINGS)
        .tell(
            FACTS_AT_ONCE,
            batch -> {
              long before = told[0];
              told[0] += batch.size();
              stream.take(before, new Batch(told[0], facts(batch), List.of()));
              return !stopped;
            });
    stream.keep();
  }

  private static List<Fact> facts(List<Told> told) {
    return told.stream().map(one -> new Fact(one.at(), one.event())).toList();
  }

  /// Counts no more; what is being published is published.
  void stop() {
    stopped = true;
  }
}
