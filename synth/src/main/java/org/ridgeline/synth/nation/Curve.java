package org.ridgeline.synth.nation;

import java.time.YearMonth;

/// How many counties took part, month by month.
/// - **Source** domain facts 2.5: 14 in October 2008, 79 in September 2009, 659 in September 2010,
///   969 early in 2011, 1,211 in April, 1,422 in July and 1,595 in October 2011, all in January
///   2013; even steps between
final class Curve {
  static final YearMonth FIRST = YearMonth.of(2008, 10);
  static final int MONTHS = 52;

  /// Counties there are in the fifty states and the District of Columbia.
  static final int ALL = 3143;

  private static final int[] AT = {0, 11, 23, 27, 30, 33, 36, MONTHS - 1};
  private static final int[] COUNTIES = {14, 79, 659, 969, 1211, 1422, 1595, ALL};

  private Curve() {}

  /// Those of `all` that take part by the end of a month, counted from the first.
  static int active(int month, int all) {
    int next = 0;
    while (AT[next] < month) {
      next++;
    }
    double of = COUNTIES[next];
    if (AT[next] > month) {
      double way = (month - AT[next - 1]) / (double) (AT[next] - AT[next - 1]);
      of = COUNTIES[next - 1] + way * (COUNTIES[next] - COUNTIES[next - 1]);
    }
    return Math.clamp(Math.round(of * all / ALL), 1, all);
  }
}
