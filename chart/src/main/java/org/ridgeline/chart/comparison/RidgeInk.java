package org.ridgeline.chart.comparison;

import org.ridgeline.vocabulary.RidgeWaves;

/// A print's ridges, as its wave has them, to be drawn: 1 in the middle of a ridge, 0 in a valley
/// and where nothing was seen. Ridges are dark: there the wave has its trough.
///
/// The wave's real part is the same whichever way its normal points, so it may be taken between
/// points.
final class RidgeInk {
  private static final double CLEAR = 0.3;
  private static final double STEEP = 1.4;

  private final RidgeWaves waves;

  RidgeInk(RidgeWaves waves) {
    this.waves = waves;
  }

  double at(double px, double py) {
    double fx = px / RidgeWaves.STEP_PX;
    double fy = py / RidgeWaves.STEP_PX;
    int column = (int) Math.floor(fx);
    int row = (int) Math.floor(fy);
    if (column < 0 || row < 0 || column + 1 >= waves.columns() || row + 1 >= waves.rows()) {
      return 0;
    }
    double real = 0;
    double size = 0;
    for (int i = 0; i < 4; i++) {
      int x = column + i % 2;
      int y = row + i / 2;
      double weight = (1 - Math.abs(fx - x)) * (1 - Math.abs(fy - y));
      int at = y * waves.columns() + x;
      real += weight * waves.real(at);
      size += weight * Math.hypot(waves.real(at), waves.imaginary(at));
    }
    if (size == 0) {
      return 0;
    }
    double height = Math.clamp(0.5 - STEEP * 0.5 * real / size, 0, 1);
    return height * Math.min(1, size / CLEAR);
  }
}
