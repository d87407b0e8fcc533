package org.ridgeline.bench.statistics;

/// Both error rates at one threshold: FMR and FNMR, or FPIR and FNIR.
public record Point(double falsePositive, double falseNegative) {
  double mean() {
    return (falsePositive + falseNegative) / 2;
  }
}
