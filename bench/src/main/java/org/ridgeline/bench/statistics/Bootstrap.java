package org.ridgeline.bench.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Bounds of error rates when trials depend on each other: the 28 comparisons of one bad finger are
/// not 28 independent failures.
///
/// Subjects are drawn with repetition, as many as there are; a trial between two subjects counts
/// once for each pair of their copies. Thresholds are found anew in each drawing, so the bounds
/// hold their uncertainty too. Where nothing was missed every drawing says 0: pair these bounds
/// with those of [Share#bounds()] and take the wider.
/// - **Limit** [#DRAWINGS] drawings, from one fixed seed: the same trials give the same bounds
/// - **Source** R. Bolle, N. Ratha, S. Pankanti, Error analysis of pattern recognition systems: the
///   subsets bootstrap, 2004
public record Bootstrap(Interval equalErrorRate, List<Interval> missed) {
  /// How often subjects are drawn.
  public static final int DRAWINGS = 1000;

  private static final long SEED = 0x5EED_1979_5001L;

  public Bootstrap {
    missed = List.copyOf(missed);
  }

  /// Bounds of the equal error rate, and of the share missed at each of these false rates.
  public static Bootstrap of(Trials trials, double... falseRates) {
    double[][] drawn =
        IntStream.range(0, DRAWINGS)
            .parallel()
            .mapToObj(drawing -> draw(trials, drawing, falseRates))
            .toArray(double[][]::new);
    List<Interval> missed =
        IntStream.range(0, falseRates.length).mapToObj(i -> interval(drawn, i + 1)).toList();
    return new Bootstrap(interval(drawn, 0), missed);
  }

  private static double[] draw(Trials trials, int drawing, double[] falseRates) {
    SplittableRandom random = new SplittableRandom(SEED + drawing);
    int[] weights = new int[trials.subjects()];
    for (int i = 0; i < weights.length; i++) {
      weights[random.nextInt(weights.length)]++;
    }
    Weighed weighed = trials.weighed(weights);
    double[] rates = new double[falseRates.length + 1];
    rates[0] = weighed.equalErrorRate();
    for (int i = 0; i < falseRates.length; i++) {
      rates[i + 1] = weighed.missed(falseRates[i]);
    }
    return rates;
  }

  /// Between the percentiles of what was drawn; drawings that said nothing left out.
  private static Interval interval(double[][] drawn, int at) {
    double[] values =
        Arrays.stream(drawn)
            .mapToDouble(d -> d[at])
            .filter(v -> !Double.isNaN(v))
            .sorted()
            .toArray();
    if (values.length == 0) {
      return new Interval(0, 1);
    }
    double tail = (1 - Interval.CONFIDENCE) / 2;
    int below = (int) Math.floor(tail * values.length);
    return new Interval(values[below], values[values.length - 1 - below]);
  }
}
