package org.ridgeline.exchange.identify;

import org.ridgeline.codec.itl.FingerImage;

/// How large an image of a finger position can need to be.
/// - **Source** ANSI/NIST-ITL 1-2011 table 8: a rolled finger is at most 1.6 x 1.5 inches, a slap
///   of four 3.2 x 3.0; twice a finger's and half again a slap's side leave room for careless cuts
final class PrintSize {
  private static final double FINGER_SIDE_INCHES = 3.3;
  private static final double SLAP_SIDE_INCHES = 5.0;

  private static final int PIXELS_BESIDE = 100_000;
  private static final double EXTRACTOR_PPI = 500;
  private static final int DECODED_BYTES_PER_PIXEL = 12;
  private static final int EXTRACTED_BYTES_PER_PIXEL = 120;

  private PrintSize() {}

  /// Most pixels of an image at its stated resolution; of one whose record says its size not many
  /// more than that, either.
  static int pixelsMax(FingerImage image) {
    boolean isFinger = SenderMarks.finger(image.fgp()).isPresent();
    int needed = square(isFinger ? FINGER_SIDE_INCHES : SLAP_SIDE_INCHES, image.resolutionPpi());
    long said = (long) image.hll() * image.vll();
    return said == 0 ? needed : (int) Math.min(needed, 2 * said + PIXELS_BESIDE);
  }

  /// Bytes of memory that reading and extracting one finger of the image may take, measured: the
  /// pixels in several forms, and at the extractor's resolution many more.
  static long bytesMax(FingerImage image) {
    long pixels = pixelsMax(image);
    double scale = EXTRACTOR_PPI / Math.max(1, image.resolutionPpi());
    double extracted = Math.min(pixels, fingerPixelsMax(image)) * scale * scale;
    return DECODED_BYTES_PER_PIXEL * pixels + (long) (EXTRACTED_BYTES_PER_PIXEL * extracted);
  }

  /// Most pixels of one finger's part of an image.
  static int fingerPixelsMax(FingerImage image) {
    return square(FINGER_SIDE_INCHES, image.resolutionPpi());
  }

  private static int square(double inches, int ppi) {
    return (int) (inches * ppi * inches * ppi);
  }
}
