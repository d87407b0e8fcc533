package org.ridgeline.chart.canvas;

/// Colours and dashes of curves: told apart in grey, too, and on white as on black.
/// - **Source** M. Okabe, K. Ito, Color Universal Design, 2008
public record Look(int rgb, float[] dashes) {
  /// Axes, and words beside them.
  public static final int AXIS_RGB = 0x444444;

  static final int FAINT_RGB = 0xD4D4D4;

  private static final Look[] SERIES = {
    new Look(0x0072B2, new float[0]),
    new Look(0xD55E00, new float[] {8, 4}),
    new Look(0x009E73, new float[] {2, 3}),
    new Look(0xCC79A7, new float[] {10, 3, 2, 3}),
    new Look(0xE69F00, new float[] {5, 2}),
    new Look(0x56B4E9, new float[] {14, 4}),
  };

  /// The look of the series of this number.
  public static Look of(int series) {
    return SERIES[series % SERIES.length];
  }
}
