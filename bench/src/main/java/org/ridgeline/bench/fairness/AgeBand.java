package org.ridgeline.bench.fairness;

/// Bands of age in which fingers differ: small ridges of the young, worn ones of the old.
final class AgeBand {
  private static final int[] FROM = {0, 18, 30, 45, 60};

  private AgeBand() {}

  /// The band of an age in years.
  static String of(int years) {
    int band = FROM.length - 1;
    while (years < FROM[band]) {
      band--;
    }
    return band == FROM.length - 1 ? FROM[band] + "+" : FROM[band] + "-" + (FROM[band + 1] - 1);
  }
}
