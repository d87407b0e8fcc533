package org.ridgeline.codec.image;

import java.io.ByteArrayOutputStream;
import org.ridgeline.vocabulary.GrayImage;

/// A plain writer of lossless JPEG, to have files to read: predictor 1, one Huffman table in which
/// all seventeen difference classes have five-bit codes.
/// - **Source** ISO/IEC 10918-1 annex H
final class LosslessJpeg {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int held;
  private int heldBits;

  static byte[] write(GrayImage image) {
    LosslessJpeg jpeg = new LosslessJpeg();
    jpeg.headers(image.widthPx(), image.heightPx());
    for (int y = 0; y < image.heightPx(); y++) {
      for (int x = 0; x < image.widthPx(); x++) {
        int before = x > 0 ? image.at(x - 1, y) : y > 0 ? image.at(0, y - 1) : 128;
        jpeg.difference(image.at(x, y) - before);
      }
    }
    jpeg.bits(0x7F, 7);
    jpeg.bytes(0xFF, 0xD9);
    return jpeg.out.toByteArray();
  }

  private void headers(int width, int height) {
    bytes(0xFF, 0xD8, 0xFF, 0xC4, 0, 36, 0, 0, 0, 0, 0, 17, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    for (int i = 0; i < 17; i++) {
      bytes(i);
    }
    bytes(0xFF, 0xC3, 0, 11, 8, height >> 8, height, width >> 8, width, 1, 1, 0x11, 0);
    bytes(0xFF, 0xDA, 0, 8, 1, 1, 0, 1, 0, 0);
  }

  private void difference(int value) {
    int size = 32 - Integer.numberOfLeadingZeros(Math.abs(value));
    bits(size, 5);
    bits(value > 0 ? value : value + (1 << size) - 1, size);
  }

  private void bits(int value, int count) {
    for (int i = count - 1; i >= 0; i--) {
      held = held << 1 | (value >> i & 1);
      if (++heldBits == 8) {
        bytes(held & 0xFF);
        if ((held & 0xFF) == 0xFF) {
          bytes(0);
        }
        heldBits = 0;
        held = 0;
      }
    }
  }

  private void bytes(int... values) {
    for (int value : values) {
      out.write(value);
    }
  }
}
