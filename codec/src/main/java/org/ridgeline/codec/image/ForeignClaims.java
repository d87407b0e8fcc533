package org.ridgeline.codec.image;

import org.ridgeline.vocabulary.FindingCode;

/// What a file of another's format claims beyond its size, counted before its library is asked: a
/// few bytes may name much work or memory there.
/// - **Limit** [ImageLimits#JPEG_SCANS_MAX]
/// - **Source** ISO/IEC 10918-1 B.2.3 (scans)
final class ForeignClaims {
  private static final int JPEG_SCAN = 0xDA;

  private final byte[] data;

  private ForeignClaims(byte[] data) {
    this.data = data;
  }

  static void check(ImageFormat format, byte[] data) throws ImageRefusal {
    ForeignClaims claims = new ForeignClaims(data);
    switch (format) {
      case JPEG -> claims.scans();
      case RAW, WSQ, JPEG_LOSSLESS, JPEG2000, PNG, TIFF, BMP -> {}
    }
  }

  /// Each scan of a JPEG is a pass over the whole image. Counted as pairs of bytes, wherever they
  /// stand: coded data have none, metadata next to none.
  private void scans() throws ImageRefusal {
    int scans = 0;
    for (int i = 0; i + 1 < data.length; i++) {
      if (data[i] == (byte) 0xFF
          && data[i + 1] == (byte) JPEG_SCAN
          && ++scans > ImageLimits.JPEG_SCANS_MAX) {
        throw refusal(i, "at most " + ImageLimits.JPEG_SCANS_MAX + " scans", "more");
      }
    }
  }

  private static ImageRefusal refusal(int at, String expected, String found) {
    return new ImageRefusal(FindingCode.IMAGE_UNSUPPORTED, at, expected, found);
  }
}
