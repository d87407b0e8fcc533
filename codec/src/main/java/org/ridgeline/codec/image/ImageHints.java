package org.ridgeline.codec.image;

/// What the record that carries an image says about it.
/// - **Unit** pixels; pixels per inch; 0 where the record does not say
/// - **Error** a negative value: IllegalArgumentException
/// - **Source** ANSI/NIST-ITL 1-2011 fields HLL, VLL, and NSR or THPS with SLC
public record ImageHints(int widthPx, int heightPx, int resolutionPpi) {
  private static final ImageHints NONE = new ImageHints(0, 0, 0);

  public ImageHints {
    if (widthPx < 0 || heightPx < 0 || resolutionPpi < 0) {
      throw new IllegalArgumentException(
          "hints=" + widthPx + "x" + heightPx + "@" + resolutionPpi + " limit=0..");
    }
  }

  /// Nothing is known: the image must say its size itself.
  public static ImageHints none() {
    return NONE;
  }

  /// Whether both sides are known.
  boolean hasSize() {
    return widthPx > 0 && heightPx > 0;
  }
}
