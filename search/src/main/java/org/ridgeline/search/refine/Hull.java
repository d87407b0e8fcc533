package org.ridgeline.search.refine;

/// The convex hull of a finger's minutiae: as much as minutiae alone tell of where the print is.
/// - **Unit** pixels
final class Hull {
  private static final float NOT_ZERO = 1e-6f;

  private final int[] corner = new int[2 * ReadyMinutiae.MOST + 1];
  private int corners;
  private float[] x = {};
  private float[] y = {};

  /// Takes the hull of the first `count` places, which must come from left to right and, of equal
  /// ones, downwards.
  void around(float[] placesX, float[] placesY, int count) {
    x = placesX;
    y = placesY;
    corners = 0;
    for (int i = 0; i < count; i++) {
      add(i, 1);
    }
    int there = corners;
    for (int i = count - 2; i >= 0; i--) {
      add(i, there);
    }
    if (corners > 1) {
      corners--;
    }
  }

  private void add(int i, int kept) {
    while (corners > kept && cross(corner[corners - 2], corner[corners - 1], i) <= 0) {
      corners--;
    }
    corner[corners++] = i;
  }

  private float cross(int a, int b, int c) {
    return (x[b] - x[a]) * (y[c] - y[a]) - (y[b] - y[a]) * (x[c] - x[a]);
  }

  /// How far within the hull a place lies; less than 0 outside, and everywhere where it has no
  /// area.
  float depth(float px, float py) {
    if (corners < 3) {
      return Float.NEGATIVE_INFINITY;
    }
    float least = Float.MAX_VALUE;
    for (int k = 0; k < corners; k++) {
      int a = corner[k];
      int b = corner[k + 1 == corners ? 0 : k + 1];
      float ex = x[b] - x[a];
      float ey = y[b] - y[a];
      float length = (float) Math.sqrt(ex * ex + ey * ey) + NOT_ZERO;
      least = Math.min(least, (ex * (py - y[a]) - ey * (px - x[a])) / length);
    }
    return least;
  }
}
