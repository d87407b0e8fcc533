package org.ridgeline.codec.image;

import java.util.Optional;

/// An image format, and how to tell it from its first bytes.
/// - **Source** ANSI/NIST-ITL 1-2011 table 15 (CGA: NONE, WSQ20, JPEGB, JPEGL, JP2, JP2L, PNG);
///   TIFF and BMP are for reading scans, no record carries them
public enum ImageFormat {
  /// Headerless 8-bit grey, rows from the top.
  RAW,
  /// Wavelet scalar quantisation: IAFIS-IC-0110.
  WSQ,
  /// JPEG with quantisation: ISO/IEC 10918-1, baseline or progressive.
  JPEG,
  /// JPEG with prediction only, no loss: ISO/IEC 10918-1 annex H.
  JPEG_LOSSLESS,
  /// JPEG 2000, boxed or a bare code stream: ISO/IEC 15444-1.
  JPEG2000,
  /// ISO/IEC 15948.
  PNG,
  /// TIFF 6.0.
  TIFF,
  /// Windows bitmap.
  BMP;

  private static final int SOF_LOSSLESS = 0xC3;

  /// The format that the first bytes announce; raw pixels announce nothing.
  public static Optional<ImageFormat> detect(byte[] data) {
    if (startsWith(data, 0xFF, 0xA0, 0xFF)) {
      return Optional.of(WSQ);
    }
    if (startsWith(data, 0xFF, 0xD8, 0xFF)) {
      return Optional.of(frameMarker(data) == SOF_LOSSLESS ? JPEG_LOSSLESS : JPEG);
    }
    if (startsWith(data, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
      return Optional.of(PNG);
    }
    if (startsWith(data, 0, 0, 0, 12, 'j', 'P', ' ', ' ', 0x0D, 0x0A, 0x87, 0x0A)
        || startsWith(data, 0xFF, 0x4F, 0xFF, 0x51)) {
      return Optional.of(JPEG2000);
    }
    if (startsWith(data, 'I', 'I', 42, 0) || startsWith(data, 'M', 'M', 0, 42)) {
      return Optional.of(TIFF);
    }
    return startsWith(data, 'B', 'M') ? Optional.of(BMP) : Optional.empty();
  }

  /// Walks a JPEG's segments to the frame header, which says how the image is coded; 0 if none.
  private static int frameMarker(byte[] data) {
    int at = 2;
    while (at + 4 <= data.length && (data[at] & 0xFF) == 0xFF) {
      int marker = data[at + 1] & 0xFF;
      if (marker == 0xFF) {
        at++;
        continue;
      }
      boolean frame = marker >= 0xC0 && marker <= 0xCF;
      if (frame && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
        return marker;
      }
      at += 2 + ((data[at + 2] & 0xFF) << 8 | (data[at + 3] & 0xFF));
    }
    return 0;
  }

  private static boolean startsWith(byte[] data, int... magic) {
    if (data.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((data[i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
