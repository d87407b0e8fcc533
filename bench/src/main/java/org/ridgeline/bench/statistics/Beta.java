package org.ridgeline.bench.statistics;

/// The beta distribution, as far as exact bounds of shares need it.
/// - **Source** NIST Digital Library of Mathematical Functions, 8.17 (continued fraction 8.17.22);
///   5.11.1 (Stirling's series)
final class Beta {
  private static final int STEPS_MAX = 100_000;
  private static final int HALVINGS = 60;
  private static final double TINY = 1e-300;
  private static final double CLOSE = 1e-14;

  private Beta() {}

  /// Where the distribution with parameters above 0 reaches a probability; to 1e-18, absolute.
  static double quantile(double probability, double a, double b) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (cumulative(middle, a, b) < probability) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /// The regularised incomplete beta function.
  static double cumulative(double x, double a, double b) {
    if (x <= 0 || x >= 1) {
      return x <= 0 ? 0 : 1;
    }
    // The fraction converges fast below the mean; above it the mirrored one does.
    if (x > (a + 1) / (a + b + 2)) {
      return 1 - cumulative(1 - x, b, a);
    }
    double log = logGamma(a + b) - logGamma(a) - logGamma(b);
    double front = Math.exp(log + a * Math.log(x) + b * Math.log1p(-x)) / a;
    return front * fraction(x, a, b);
  }

  /// Evaluated from the front, by Lentz.
  private static double fraction(double x, double a, double b) {
    double c = 1;
    double d = inverse(1 - (a + b) * x / (a + 1));
    double value = d;
    for (int m = 1; m < STEPS_MAX; m++) {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      d = inverse(1 + even * d);
      c = away(1 + even / c);
      value *= d * c;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      d = inverse(1 + odd * d);
      c = away(1 + odd / c);
      value *= d * c;
      if (Math.abs(d * c - 1) < CLOSE) {
        return value;
      }
    }
    return value;
  }

  private static double inverse(double value) {
    return 1 / away(value);
  }

  private static double away(double fromZero) {
    return Math.abs(fromZero) < TINY ? TINY : fromZero;
  }

  private static double logGamma(double value) {
    double x = value;
    double shift = 0;
    while (x < 12) {
      shift -= Math.log(x);
      x++;
    }
    double inverse = 1 / x;
    double square = inverse * inverse;
    double series =
        inverse * (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680))));
    return shift + (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series;
  }
}
