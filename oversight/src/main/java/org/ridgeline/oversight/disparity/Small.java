package org.ridgeline.oversight.disparity;

import org.ridgeline.estimate.disparity.Benchmark;
import org.ridgeline.estimate.disparity.Disparity.UnitDisparity;
import org.ridgeline.estimate.share.Share;

/// Which counts are too small to stand on a page.
final class Small {
  private Small() {}

  /// Whether every count of a unit, and what is left of each, is large enough or none.
  static boolean mayShow(UnitDisparity unit, int hideBelow) {
    return isLarge(unit.observed().group(), hideBelow)
        && switch (unit.observed().benchmark()) {
          case Benchmark.Known _ -> true;
          case Benchmark.Counted counted -> isLarge(counted.share(), hideBelow);
        };
  }

  private static boolean isLarge(Share share, int hideBelow) {
    return isLarge(share.count(), hideBelow) && isLarge(share.of() - share.count(), hideBelow);
  }

  static boolean isLarge(long count, int hideBelow) {
    return count == 0 || count >= hideBelow;
  }
}
