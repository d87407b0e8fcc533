package org.ridgeline.bench.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ridgeline.estimate.share.Share;

/// The scores of all trials of an evaluation, and who took part in each.
///
/// Higher scores are more alike. A trial that could not be made, for want of a template, has the
/// score [Scores#NEVER] and is kept: it reaches no threshold. Every trial belongs to one or two
/// subjects (fingers, or persons), so that bounds can draw subjects, not trials.
/// - **Unit** as the engine's; thresholds are reached by scores equal to or above them
/// - **Limit** [Scores#TRIALS_MAX] of each kind
public final class Trials {
  /// A hundredth of a rate is a four-hundredth of a plot's side.
  private static final double SEEN = 0.01;

  private final Strata strata;
  private final Sorted mated;
  private final Sorted nonMated;

  /// Trials of so many subjects, numbered from 0, drawn from all alike.
  public Trials(int subjects, Scores mated, Scores nonMated) {
    this(new int[subjects], mated, nonMated);
  }

  /// Trials of subjects that are drawn among those of their stratum.
  /// - **Shape** `strata`: by subject, from 0
  public Trials(int[] strata, Scores mated, Scores nonMated) {
    this.strata = new Strata(strata);
    this.mated = Sorted.of(mated);
    this.nonMated = Sorted.of(nonMated);
  }

  /// Mated trials below a threshold: FNMR(T), or FNIR(N, N, T).
  public Share missed(double threshold) {
    return new Share(mated.size() - mated.reaching(threshold), mated.size());
  }

  /// Non-mated trials that reach a threshold: FMR(T), or FPIR(N, T).
  public Share falselyFound(double threshold) {
    return new Share(nonMated.reaching(threshold), nonMated.size());
  }

  /// The lowest threshold with at most this share of non-mated trials reaching it.
  public double threshold(double falseRate) {
    return Math.nextUp(weighed(ones()).limit(falseRate));
  }

  /// How many non-mated trials it takes to speak of a rate: three expected errors, below which even
  /// none seen proves nothing (the rule of 3).
  public static long neededFor(double falseRate) {
    return (long) Math.ceil(3 / falseRate - 1e-6);
  }

  /// Whether there are enough non-mated trials to speak of this rate.
  public boolean supports(double falseRate) {
    return nonMated.size() >= neededFor(falseRate);
  }

  /// Where both error rates are equal, on the straight line between the two thresholds around it.
  public double equalErrorRate() {
    return weighed(ones()).equalErrorRate();
  }

  /// The equal error rate as the FVC competitions compute it: the mean of both rates at one of
  /// those two thresholds, which with few non-mated trials is lower.
  /// - **Source** D. Maio et al., FVC2000: fingerprint verification competition, 2002
  public double steppedEqualErrorRate() {
    return weighed(ones()).steppedEqualErrorRate();
  }

  /// The detection error trade-off: both rates at every threshold, from the highest down. Points
  /// too close to their neighbours to be seen in a plot are left out; none without both kinds.
  public List<Point> tradeOff() {
    if (mated.size() == 0 || nonMated.size() == 0) {
      return List.of();
    }
    List<Point> points = new ArrayList<>();
    Weighed.Walk walk = new Weighed.Walk(weighed(ones()));
    points.add(walk.point());
    while (walk.step()) {
      if (isSeenApart(points.getLast(), walk.point())) {
        points.add(walk.point());
      }
    }
    if (!points.getLast().equals(walk.point())) {
      points.add(walk.point());
    }
    return points;
  }

  private static boolean isSeenApart(Point one, Point other) {
    return apart(one.falsePositive(), other.falsePositive())
        || apart(one.falseNegative(), other.falseNegative());
  }

  private static boolean apart(double one, double other) {
    return Math.abs(one - other) > SEEN * Math.max(one, other);
  }

  /// How many mated trials there are.
  public int matedCount() {
    return mated.size();
  }

  /// How many non-mated trials there are.
  public int nonMatedCount() {
    return nonMated.size();
  }

  Strata strata() {
    return strata;
  }

  /// These trials, each counted as often as its subjects are: once for each time that one is drawn.
  Weighed weighed(int[] weights) {
    return new Weighed(mated, nonMated, weights);
  }

  private int[] ones() {
    int[] ones = new int[strata.subjects()];
    Arrays.fill(ones, 1);
    return ones;
  }
}
