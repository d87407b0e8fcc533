package org.ridgeline.extract.ridge;

/// A picture in floats with a margin of zeros on every side, so that filters may reach beyond it.
/// - **Shape** `at[origin + y * stride + x]`
final class Plane {
  final int width;
  final int height;
  final int stride;
  final int origin;
  final float[] at;

  Plane(int width, int height, int margin) {
    this.width = width;
    this.height = height;
    stride = width + 2 * margin;
    origin = margin * stride + margin;
    at = new float[stride * (height + 2 * margin)];
  }

  /// Where row `y` begins.
  int row(int y) {
    return origin + y * stride;
  }
}
