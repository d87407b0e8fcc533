package org.ridgeline.bench.statistics;

import java.util.ArrayList;
import java.util.List;
import org.ridgeline.estimate.share.Interval;
import org.ridgeline.estimate.share.Share;

/// What an evaluation reports of its trials.
/// - **Shape** `points`: one for each false rate asked for, in that order, also where the trials
///   are too few to support it ([Trials#supports(double)]); `equalErrorBounds`: the widest of
///   [Bootstrap]'s, and of what so many mated trials could say if they were independent: where
///   nothing was missed, no drawing misses anything
public record ErrorRates(
    double equalErrorRate,
    Interval equalErrorBounds,
    List<OperatingPoint> points,
    Bootstrap drawn) {
  public ErrorRates {
    points = List.copyOf(points);
  }

  /// Measures; no trials of a kind: IllegalArgumentException.
  public static ErrorRates of(Trials trials, double... falseRates) {
    if (trials.matedCount() == 0 || trials.nonMatedCount() == 0) {
      throw new IllegalArgumentException(
          "mated=" + trials.matedCount() + " nonMated=" + trials.nonMatedCount() + " limit=1..");
    }
    Bootstrap drawn = Bootstrap.of(trials, falseRates);
    List<OperatingPoint> points = new ArrayList<>();
    for (int i = 0; i < falseRates.length; i++) {
      double threshold = trials.threshold(falseRates[i]);
      points.add(
          new OperatingPoint(
              falseRates[i], threshold, trials.missed(threshold), drawn.missed().get(i)));
    }
    double rate = trials.equalErrorRate();
    Share missed = new Share(Math.round(rate * trials.matedCount()), trials.matedCount());
    return new ErrorRates(rate, drawn.equalErrorRate().and(missed.bounds()), points, drawn);
  }

  /// This equal error rate less the other's.
  /// - **Error** other subjects: IllegalArgumentException
  public Difference equalErrorLess(ErrorRates other) {
    return Difference.of(
        equalErrorRate - other.equalErrorRate, drawn.equalErrorDifference(other.drawn));
  }

  /// The share missed at a false rate less the other's.
  /// - **Error** other subjects, a rate that was not asked for: IllegalArgumentException
  public Difference missedLess(ErrorRates other, double falseRate) {
    return Difference.of(
        missed(falseRate) - other.missed(falseRate),
        drawn.missedDifference(other.drawn, falseRate));
  }

  private double missed(double falseRate) {
    return points.stream()
        .filter(point -> point.falseRate() == falseRate)
        .mapToDouble(point -> point.missed().rate())
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("falseRate=" + falseRate));
  }
}
