package org.ridgeline.synth.sensor;

/// A make of sensor: what its prints have in common. All take 500 pixels an inch.
public enum SensorKind {
  /// A prism with a white ground; dry skin leaves rows of dots, creases stay white.
  OPTICAL_WHITE(388, 374),
  /// A small prism lit unevenly: a grey ground that falls off to the corners, remains of an earlier
  /// touch.
  OPTICAL_GREY(328, 400),
  /// A wide prism with a white ground under wet and twisted fingers: ridges run together.
  OPTICAL_WIDE(640, 480),
  /// A small chip: grey, noisy, with stripes of its rows and columns.
  CAPACITIVE(300, 300),
  /// A strip a finger is drawn over, by heat: hard black and white, a halo, a stretch by the pace.
  SWEEP(300, 480),
  /// The large clean plate of a booking station.
  LIVESCAN(504, 480);

  private final int widthPx;
  private final int heightPx;

  SensorKind(int widthPx, int heightPx) {
    this.widthPx = widthPx;
    this.heightPx = heightPx;
  }

  /// Width of its images.
  public int widthPx() {
    return widthPx;
  }

  /// Height of its images.
  public int heightPx() {
    return heightPx;
  }
}
