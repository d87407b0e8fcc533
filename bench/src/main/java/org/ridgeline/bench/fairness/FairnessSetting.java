package org.ridgeline.bench.fairness;

/// At which rates an engine stands, and when a group is named.
/// - **Shape** `fmr`, `fpir`: of all trials together; `q`: the share of false ones among the groups
///   named of a column; `seed` of the lots that p is drawn by
public record FairnessSetting(double fmr, double fpir, double q, long seed) {
  /// Fewest persons of a group, and of all others, for a test: with seven, no lot gives a p below
  /// 0.015.
  public static final int PERSONS_MIN = 8;

  /// Fewest errors in the group and the others together for a test.
  public static final int ERRORS_MIN = 5;

  public FairnessSetting {
    share("fmr", fmr);
    share("fpir", fpir);
    share("q", q);
  }

  private static void share(String name, double value) {
    if (!(value > 0 && value < 1)) {
      throw new IllegalArgumentException(name + "=" + value + " limit=0..1, ends left out");
    }
  }
}
