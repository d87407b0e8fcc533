package org.ridgeline.codec.image;

/// The resolution that a file states about itself, where it can be trusted to mean it.
///
/// PNG only: the density in a JPEG or TIFF is too often a tool's default of 72 to hold it against
/// what a record says. WSQ and JPEG 2000 state theirs to decoders of our own.
/// - **Unit** pixels per inch, 0 if none is stated
/// - **Source** ISO/IEC 15948 section 11.3.5.3 (pHYs)
final class StatedResolution {
  static final double METRES_PER_INCH = 0.0254;

  private static final int SIGNATURE_BYTES = 8;
  private static final int CHUNK_OVERHEAD_BYTES = 12;
  private static final int PHYS = 'p' << 24 | 'H' << 16 | 'Y' << 8 | 's';
  private static final int IDAT = 'I' << 24 | 'D' << 16 | 'A' << 8 | 'T';

  private StatedResolution() {}

  static int ppi(ImageFormat format, byte[] data) {
    return format == ImageFormat.PNG ? png(data) : 0;
  }

  private static int png(byte[] data) {
    long at = SIGNATURE_BYTES;
    while (at + CHUNK_OVERHEAD_BYTES <= data.length) {
      int length = int32(data, (int) at);
      int type = int32(data, (int) at + 4);
      if (length < 0 || type == IDAT) {
        return 0;
      }
      if (type == PHYS && length == 9 && at + CHUNK_OVERHEAD_BYTES + length <= data.length) {
        int perMetre = int32(data, (int) at + 8);
        boolean metres = data[(int) at + 16] == 1;
        boolean square = perMetre == int32(data, (int) at + 12);
        return metres && square ? (int) Math.round(perMetre * METRES_PER_INCH) : 0;
      }
      at += CHUNK_OVERHEAD_BYTES + (long) length;
    }
    return 0;
  }

  private static int int32(byte[] data, int at) {
    return (data[at] & 0xFF) << 24
        | (data[at + 1] & 0xFF) << 16
        | (data[at + 2] & 0xFF) << 8
        | (data[at + 3] & 0xFF);
  }
}
