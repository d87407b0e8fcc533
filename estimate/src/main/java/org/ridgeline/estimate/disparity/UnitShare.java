package org.ridgeline.estimate.disparity;

import org.ridgeline.estimate.Limits;
import org.ridgeline.estimate.share.ExactTest;
import org.ridgeline.estimate.share.Interval;
import org.ridgeline.estimate.share.Share;
import org.ridgeline.estimate.share.ShareDifference;

/// A group's share among those of one unit, a jurisdiction or an agency, who reached a step; and
/// what it is held against there.
public record UnitShare(String unit, Share group, Benchmark benchmark) {
  public UnitShare {
    Limits.checkName("unit", unit);
  }

  /// The share less its benchmark, -1..1; NaN out of 0.
  public double gap() {
    return group.rate() - benchmark.rate();
  }

  /// The gap's interval of 95 %: exact against a known benchmark, Newcombe's against a counted one.
  public Interval gapBounds() {
    return switch (benchmark) {
      case Benchmark.Known known -> group.bounds().less(known.rate());
      case Benchmark.Counted counted -> new ShareDifference(group, counted.share()).bounds();
    };
  }

  /// The exact two-sided p of no gap, before any over-dispersion: by [ExactTest].
  public double p() {
    return switch (benchmark) {
      case Benchmark.Known known -> ExactTest.againstKnown(group, known.rate());
      case Benchmark.Counted counted -> ExactTest.ofTwo(group, counted.share());
    };
  }

  /// What chance alone makes of the gap, squared, where there is none.
  double variance() {
    return switch (benchmark) {
      case Benchmark.Known known -> known.rate() * (1 - known.rate()) / group.of();
      case Benchmark.Counted counted -> {
        Share other = counted.share();
        double pooled =
            (double) (group.count() + other.count()) / ((double) group.of() + other.of());
        yield pooled * (1 - pooled) * (1.0 / group.of() + 1.0 / other.of());
      }
    };
  }

  /// The gap in standard errors; 0 where there is nothing to tell.
  double z() {
    return group.of() == 0 || variance() == 0 ? 0 : gap() / Math.sqrt(variance());
  }
}
