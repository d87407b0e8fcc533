package org.ridgeline.oversight.disparity;

import java.time.YearMonth;
import java.util.List;
import org.ridgeline.oversight.sealed.DemographicStore;

/// What a study is of.
/// - **Shape** both months included
/// - **Limit** [Limits#MONTHS_MAX], [Limits#BENCHMARKS_MAX]
/// - **Error** months the wrong way round, too many of either, a benchmark named twice:
///   IllegalArgumentException
public record Ask(YearMonth from, YearMonth to, By by, List<PlaceBenchmark> benchmarks) {
  public Ask {
    benchmarks = List.copyOf(benchmarks);
    if (to.isBefore(from) || !to.isBefore(from.plusMonths(Limits.MONTHS_MAX))) {
      throw new IllegalArgumentException(
          "from=" + from + " to=" + to + " limit=1.." + Limits.MONTHS_MAX + " months, in order");
    }
    long names = benchmarks.stream().map(PlaceBenchmark::name).distinct().count();
    if (names < benchmarks.size() || names > Limits.BENCHMARKS_MAX) {
      throw new IllegalArgumentException(
          "benchmarks=" + benchmarks.size() + " limit=" + Limits.BENCHMARKS_MAX + ", named once");
    }
  }

  /// What is compared with one another.
  public enum By {
    JURISDICTION,
    AGENCY
  }

  DemographicStore.Days days() {
    return new DemographicStore.Days(from.atDay(1), to.atEndOfMonth());
  }
}
