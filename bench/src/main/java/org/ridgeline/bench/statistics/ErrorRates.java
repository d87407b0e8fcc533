package org.ridgeline.bench.statistics;

import java.util.ArrayList;
import java.util.List;

/// What an evaluation reports of its trials.
/// - **Shape** `points`: one for each false rate asked for, in that order, also where the trials
///   are too few to support it ([Trials#supports(double)])
public record ErrorRates(
    double equalErrorRate, Interval equalErrorBounds, List<OperatingPoint> points) {
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
    return new ErrorRates(trials.equalErrorRate(), drawn.equalErrorRate(), points);
  }
}
