package org.ridgeline.codec.image;

import org.ridgeline.vocabulary.GrayImage;

/// What the record that carries an image says about it.
/// - **Unit** pixels; pixels per inch; 0 where the record does not say
/// - **Limit** `pixelsMax` most pixels an image of its kind can need; one with more is refused
///   before memory is taken for it
/// - **Error** a negative value: IllegalArgumentException
/// - **Source** ANSI/NIST-ITL 1-2011 fields HLL, VLL, and NSR or THPS with SLC
public record ImageHints(int widthPx, int heightPx, int resolutionPpi, int pixelsMax) {
  private static final ImageHints NONE = new ImageHints(0, 0, 0);

  public ImageHints {
    if (widthPx < 0 || heightPx < 0 || resolutionPpi < 0 || pixelsMax < 0) {
      throw new IllegalArgumentException(
          "hints=" + widthPx + "x" + heightPx + "@" + resolutionPpi + " limit=0..");
    }
  }

  /// Of any kind of image: [GrayImage#PIXELS_MAX] pixels at most.
  public ImageHints(int widthPx, int heightPx, int resolutionPpi) {
    this(widthPx, heightPx, resolutionPpi, GrayImage.PIXELS_MAX);
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
