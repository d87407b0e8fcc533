package org.ridgeline.app;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.ridgeline.codec.image.ImageEncoder;
import org.ridgeline.codec.image.ImageFormat;
import org.ridgeline.vocabulary.GrayImage;

/// A PNG with nothing in it but size, pixels and end: no resolution, time, text or software.
/// - **Source** ISO/IEC 15948, 5.3 (chunks)
final class BarePng {
  private static final Set<String> KEPT = Set.of("IHDR", "IDAT", "IEND");
  private static final int SIGNATURE_BYTES = 8;

  /// Length, type and check sum of a chunk.
  private static final int FRAME_BYTES = 12;

  private BarePng() {}

  static byte[] of(GrayImage image) {
    byte[] whole = ImageEncoder.encode(ImageFormat.PNG, image);
    ByteArrayOutputStream bare = new ByteArrayOutputStream(whole.length);
    bare.write(whole, 0, SIGNATURE_BYTES);
    ByteBuffer in = ByteBuffer.wrap(whole);
    for (int at = SIGNATURE_BYTES; at < whole.length; ) {
      int bytes = in.getInt(at) + FRAME_BYTES;
      if (KEPT.contains(new String(whole, at + 4, 4, StandardCharsets.US_ASCII))) {
        bare.write(whole, at, bytes);
      }
      at += bytes;
    }
    return bare.toByteArray();
  }
}
