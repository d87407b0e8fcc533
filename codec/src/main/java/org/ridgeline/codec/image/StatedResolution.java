package org.ridgeline.codec.image;

import java.util.Locale;
import java.util.Optional;

/// The resolution that an image file states about itself.
/// - **Unit** pixels per inch, across and down; `place` names the part of the file that says it
/// - **Limit** only what is positive; whether it can be meant is asked of [#isKnown]
/// - **Source** our own; where each format says it: [ResolutionReader]
public record StatedResolution(double xPpi, double yPpi, String place) {
  static final double METRES_PER_INCH = 0.0254;
  static final double CM_PER_INCH = 2.54;

  /// Two numbers closer than this are one resolution: 19.69 pixels a millimetre, 200 a centimetre
  /// and 500 an inch are.
  private static final double TOLERANCE = 0.02;

  private static final int PPI_MAX = 10_000;

  /// Whether it can be meant: 72 and 96 are what editors write where nobody told them.
  public boolean isKnown() {
    boolean editors = isEditors(xPpi) || isEditors(yPpi);
    return !editors && Math.max(xPpi, yPpi) <= PPI_MAX && Math.min(xPpi, yPpi) >= 1;
  }

  private static boolean isEditors(double ppi) {
    // 28 and 38 a centimetre are 71.1 and 96.5 an inch.
    return ppi > 71 && ppi < 72.6 || ppi > 95.4 && ppi < 96.6;
  }

  /// Whether it is one number for both directions.
  public boolean isSquare() {
    return isClose(xPpi, yPpi);
  }

  /// The same of an image whose rows became columns.
  StatedResolution swapped() {
    return new StatedResolution(yPpi, xPpi, place);
  }

  /// Whether both directions are that many pixels an inch.
  public boolean agreesWith(int ppi) {
    return isClose(xPpi, ppi) && isClose(yPpi, ppi);
  }

  /// Whether both state the same.
  boolean agreesWith(StatedResolution other) {
    return isClose(xPpi, other.xPpi) && isClose(yPpi, other.yPpi);
  }

  private static boolean isClose(double one, double other) {
    return Math.abs(one - other) <= TOLERANCE * Math.min(one, other);
  }

  /// In words: "1000 ppi (pHYs)", "200 x 100 ppi (TIFF)".
  public String words() {
    return (isSquare() ? number(xPpi) : number(xPpi) + " x " + number(yPpi))
        + " ppi ("
        + place
        + ")";
  }

  private static String number(double ppi) {
    return ppi == Math.rint(ppi) || ppi >= 100
        ? String.valueOf(Math.round(ppi))
        : String.format(Locale.ROOT, "%.1f", ppi);
  }

  static Optional<StatedResolution> stated(double xPpi, double yPpi, String place) {
    boolean positive = xPpi > 0 && yPpi > 0 && xPpi + yPpi < Double.POSITIVE_INFINITY;
    return positive ? Optional.of(new StatedResolution(xPpi, yPpi, place)) : Optional.empty();
  }
}
