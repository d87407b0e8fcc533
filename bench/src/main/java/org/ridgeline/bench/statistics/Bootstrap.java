package org.ridgeline.bench.statistics;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.ridgeline.estimate.share.Interval;

/// Bounds of error rates when trials depend on each other: the 28 comparisons of one bad finger are
/// not 28 independent failures.
///
/// Subjects are drawn with repetition, from each stratum as many as it has; a trial between two
/// subjects counts once for each pair of their copies. Thresholds are found anew in each drawing,
/// so the bounds hold their uncertainty too. Where nothing was missed every drawing says 0: pair
/// these bounds with those of [Share#bounds()] and take the wider.
/// - **Limit** [#DRAWINGS] drawings, from one fixed seed: the same trials give the same bounds, and
///   two engines on the same subjects are measured on the same drawings
/// - **Source** R. Bolle, N. Ratha, S. Pankanti, Error analysis of pattern recognition systems: the
///   subsets bootstrap, 2004; B. Efron, R. Tibshirani, An introduction to the bootstrap, 1993
///   (percentiles, paired and stratified drawings)
public final class Bootstrap {
  /// How often subjects are drawn.
  public static final int DRAWINGS = 2000;

  private final Strata strata;
  private final double[] falseRates;

  /// By drawing: the equal error rate, then the share missed at each false rate.
  private final double[][] drawn;

  private Bootstrap(Strata strata, double[] falseRates, double[][] drawn) {
    this.strata = strata;
    this.falseRates = falseRates;
    this.drawn = drawn;
  }

  /// Draws subjects and measures the equal error rate, and the share missed at these false rates.
  public static Bootstrap of(Trials trials, double... falseRates) {
    double[][] drawn =
        IntStream.range(0, DRAWINGS)
            .parallel()
            .mapToObj(drawing -> draw(trials, drawing, falseRates))
            .toArray(double[][]::new);
    return new Bootstrap(trials.strata(), falseRates.clone(), drawn);
  }

  private static double[] draw(Trials trials, int drawing, double[] falseRates) {
    Weighed weighed = trials.weighed(trials.strata().draw(drawing));
    double[] rates = new double[falseRates.length + 1];
    rates[0] = weighed.equalErrorRate();
    for (int i = 0; i < falseRates.length; i++) {
      rates[i + 1] = weighed.missed(falseRates[i]);
    }
    return rates;
  }

  /// Bounds of the equal error rate.
  public Interval equalErrorRate() {
    return interval(drawing -> drawn[drawing][0], new Interval(0, 1));
  }

  /// Bounds of the share missed at each false rate.
  public List<Interval> missed() {
    return IntStream.range(1, falseRates.length + 1)
        .mapToObj(at -> interval(drawing -> drawn[drawing][at], new Interval(0, 1)))
        .toList();
  }

  /// Bounds of this equal error rate less the other's, drawing by drawing.
  /// - **Error** other subjects: IllegalArgumentException
  Interval equalErrorDifference(Bootstrap other) {
    return difference(other, 0, 0);
  }

  /// Bounds of this share missed at a false rate less the other's, drawing by drawing.
  /// - **Error** other subjects, a false rate that either was not measured at:
  ///   IllegalArgumentException
  Interval missedDifference(Bootstrap other, double falseRate) {
    return difference(other, place(falseRate), other.place(falseRate));
  }

  private Interval difference(Bootstrap other, int at, int othersAt) {
    if (!strata.isSameAs(other.strata)) {
      throw new IllegalArgumentException(
          "subjects=%d other subjects=%d; expected the same in the same strata"
              .formatted(strata.subjects(), other.strata.subjects()));
    }
    return interval(
        drawing -> drawn[drawing][at] - other.drawn[drawing][othersAt], new Interval(-1, 1));
  }

  private int place(double falseRate) {
    return IntStream.range(0, falseRates.length)
            .filter(i -> falseRates[i] == falseRate)
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("falseRate=" + falseRate))
        + 1;
  }

  /// Between the percentiles of what was drawn; drawings that said nothing left out.
  private static Interval interval(IntToDoubleFunction drawn, Interval none) {
    double[] values =
        IntStream.range(0, DRAWINGS)
            .mapToDouble(drawn)
            .filter(v -> !Double.isNaN(v))
            .sorted()
            .toArray();
    if (values.length == 0) {
      return none;
    }
    double tail = (1 - Interval.CONFIDENCE) / 2;
    int below = (int) Math.floor(tail * values.length);
    return new Interval(values[below], values[values.length - 1 - below]);
  }
}
