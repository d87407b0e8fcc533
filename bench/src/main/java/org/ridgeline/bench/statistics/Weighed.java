package org.ridgeline.bench.statistics;

/// Error rates of trials whose subjects have been drawn with repetition.
/// - **Shape** a rate is NaN where nothing was drawn to take it from
final class Weighed {
  private final Sorted mated;
  private final Sorted nonMated;
  private final int[] weights;
  private final long matedWeight;
  private final long nonMatedWeight;

  Weighed(Sorted mated, Sorted nonMated, int[] weights) {
    this.mated = mated;
    this.nonMated = nonMated;
    this.weights = weights;
    matedWeight = mated.weight(weights);
    nonMatedWeight = nonMated.weight(weights);
  }

  /// The highest score that a threshold must lie above, for at most this share of non-mated trials
  /// to reach it.
  float limit(double falseRate) {
    double allowed = falseRate * nonMatedWeight + 1e-9;
    long sum = 0;
    for (int i = 0; i < nonMated.size(); i++) {
      sum += nonMated.weight(i, weights);
      if (sum > allowed) {
        return nonMated.value(i);
      }
    }
    return Scores.NEVER;
  }

  /// Share of mated trials missed at the lowest threshold with at most this false rate.
  double missed(double falseRate) {
    float limit = limit(falseRate);
    long found = 0;
    for (int i = 0; i < mated.size() && mated.value(i) > limit; i++) {
      found += mated.weight(i, weights);
    }
    return matedWeight == 0 || nonMatedWeight == 0 ? Double.NaN : 1 - (double) found / matedWeight;
  }

  /// On the straight line between the two thresholds where the rates pass each other.
  double equalErrorRate() {
    Point[] around = aroundCrossing();
    if (around.length == 0) {
      return Double.NaN;
    }
    double gap = around[0].falseNegative() - around[0].falsePositive();
    double over = around[1].falsePositive() - around[1].falseNegative();
    double rise = around[1].falsePositive() - around[0].falsePositive();
    return around[0].falsePositive() + rise * gap / (gap + over);
  }

  /// The mean of both rates at that one of the two thresholds where their sum is smaller.
  double steppedEqualErrorRate() {
    Point[] around = aroundCrossing();
    if (around.length == 0) {
      return Double.NaN;
    }
    Point after = around[1];
    boolean met = after.falsePositive() == after.falseNegative();
    return met ? after.falsePositive() : Math.min(around[0].mean(), after.mean());
  }

  private Point[] aroundCrossing() {
    if (matedWeight == 0 || nonMatedWeight == 0) {
      return new Point[0];
    }
    Walk walk = new Walk(this);
    Point before = walk.point();
    while (walk.step()) {
      Point here = walk.point();
      if (here.falsePositive() >= here.falseNegative()) {
        return new Point[] {before, here};
      }
      before = here;
    }
    // Trials that could not be made hold the curve off: it ends where everything is accepted.
    return new Point[] {before, new Point(1, 0)};
  }

  /// A threshold going down from above all scores, one score at a time.
  static final class Walk {
    private final Weighed of;
    private int matedAt;
    private int nonMatedAt;
    private long found;
    private long falselyFound;

    Walk(Weighed of) {
      this.of = of;
    }

    Point point() {
      return new Point(
          (double) falselyFound / of.nonMatedWeight, 1 - (double) found / of.matedWeight);
    }

    /// Goes down to the next score; false where only trials that reach no threshold are left.
    boolean step() {
      float score = Math.max(next(of.mated, matedAt), next(of.nonMated, nonMatedAt));
      if (score == Scores.NEVER) {
        return false;
      }
      while (next(of.mated, matedAt) == score) {
        found += of.mated.weight(matedAt++, of.weights);
      }
      while (next(of.nonMated, nonMatedAt) == score) {
        falselyFound += of.nonMated.weight(nonMatedAt++, of.weights);
      }
      return true;
    }

    private static float next(Sorted scores, int at) {
      return at < scores.size() ? scores.value(at) : Scores.NEVER;
    }
  }
}
