package org.ridgeline.estimate.disparity;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Keeps the expected share of false discoveries among all discoveries at or below a chosen q, for
/// p values that are independent or depend on each other positively.
/// - **Source** Y. Benjamini, Y. Hochberg, Journal of the Royal Statistical Society B 57, 1995; as
///   adjusted p-values, Y. Benjamini, D. Yekutieli, Annals of Statistics 29, 2001
public final class FalseDiscoveries {
  private FalseDiscoveries() {}

  /// Adjusted p-values, in the order given: those at or below q are discoveries.
  /// - **Error** a p outside 0..1: IllegalArgumentException
  public static double[] adjusted(double... p) {
    for (double one : p) {
      if (!(one >= 0 && one <= 1)) {
        throw new IllegalArgumentException("p=" + one + " limit=0..1");
      }
    }
    int[] descending =
        IntStream.range(0, p.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> p[i]).reversed())
            .mapToInt(Integer::intValue)
            .toArray();
    double[] adjusted = new double[p.length];
    double least = 1;
    for (int i = 0; i < p.length; i++) {
      int rank = p.length - i;
      // The factor is 1 or more as a double, too: no adjusted value falls below its own.
      least = Math.min(least, p[descending[i]] * ((double) p.length / rank));
      adjusted[descending[i]] = least;
    }
    return adjusted;
  }

  /// How many adjusted p-values are discoveries at q.
  public static long count(double[] adjusted, double q) {
    return Arrays.stream(adjusted).filter(p -> p <= q).count();
  }
}
