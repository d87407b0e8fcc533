package org.ridgeline.codec.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.ridgeline.codec.image.ImageDecoded.Decoded;
import org.ridgeline.codec.image.ImageDecoded.Undecodable;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.GrayImage;

/// Below, at and above what a file of another's format may ask of its library.
class ForeignLimitsTest {
  @Test
  void scansOfAJpeg() throws IOException {
    GrayImage flat = TestImages.flat(64, 64, 90);
    int most = ImageLimits.JPEG_SCANS_MAX;
    assertThat(isDecoded(ImageFormat.JPEG, scans(flat, most - 1))).isTrue();
    assertThat(isDecoded(ImageFormat.JPEG, scans(flat, most))).isTrue();
    assertThat(isDecoded(ImageFormat.JPEG, scans(flat, most + 1))).isFalse();
  }

  @Test
  void bandsOfAPixel() {
    int most = ImageLimits.BANDS_MAX;
    assertThat(isDecoded(ImageFormat.TIFF, tiff(most - 1, 2, 2, 2))).isTrue();
    assertThat(isDecoded(ImageFormat.TIFF, tiff(most, 2, 2, 2))).isTrue();
    assertThat(isDecoded(ImageFormat.TIFF, tiff(most + 1, 2, 2, 2))).isFalse();
  }

  @Test
  void tilesOfAnImage() {
    // 256 x 16 tiles of 16 x 16 pixels are the most.
    assertThat(isDecoded(ImageFormat.TIFF, tiff(1, 4096, 240, 16))).isTrue();
    assertThat(isDecoded(ImageFormat.TIFF, tiff(1, 4096, 256, 16))).isTrue();
    assertThat(isDecoded(ImageFormat.TIFF, tiff(1, 4096, 272, 16))).isFalse();
  }

  @Test
  void bytesReadOfAFile() throws IOException {
    byte[] file = new byte[1000];
    int most = ImageLimits.READ_BYTES_FREE_MAX + file.length * ImageLimits.READ_BYTES_PER_BYTE_MAX;
    try (ByteImageStream stream = new ByteImageStream(file)) {
      for (int i = 0; i < most - 1; i++) {
        stream.seek(i % file.length);
        stream.read();
      }
      stream.seek(file.length);
      assertThat(stream.read()).isEqualTo(-1);
      assertThatThrownBy(stream::read).isInstanceOf(IOException.class);
      assertThatThrownBy(() -> stream.read(file, 0, 1)).isInstanceOf(IOException.class);
    }
  }

  private static boolean isDecoded(ImageFormat format, byte[] data) {
    return switch (ImageDecoder.decode(format, data, ImageHints.none())) {
      case Decoded _ -> true;
      case Undecodable(var finding) -> {
        assertThat(finding.code()).isEqualTo(FindingCode.IMAGE_UNSUPPORTED);
        yield false;
      }
    };
  }

  /// A progressive JPEG whose last scan, which changes nothing, stands again and again.
  static byte[] scans(GrayImage flat, int count) throws IOException {
    byte[] image = SpoiledImagesTest.progressive(flat);
    int scan = lastScan(image);
    int had = 0;
    for (int at = 0; at <= scan; at++) {
      had += image[at] == (byte) 0xFF && image[at + 1] == (byte) 0xDA ? 1 : 0;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(image, 0, image.length - 2);
    for (int i = had; i < count; i++) {
      out.write(image, scan, image.length - 2 - scan);
    }
    out.write(image, image.length - 2, 2);
    return out.toByteArray();
  }

  private static int lastScan(byte[] image) {
    int at = image.length - 2;
    while (image[at] != (byte) 0xFF || image[at + 1] != (byte) 0xDA) {
      at--;
    }
    return at;
  }

  /// Big-endian, without compression, in tiles that all show the same grey pixels.
  private static byte[] tiff(int bands, int width, int height, int tile) {
    int tiles = Math.ceilDiv(width, tile) * Math.ceilDiv(height, tile);
    int bytes = tile * tile * bands;
    int[][] entries = {
      {256, 4, 1, width},
      {257, 4, 1, height},
      {258, 3, bands, 0},
      {259, 3, 1, 1},
      {262, 3, 1, bands < 3 ? 1 : 2},
      {277, 3, 1, bands},
      {322, 4, 1, tile},
      {323, 4, 1, tile},
      {324, 4, tiles, 0},
      {325, 4, tiles, 0}
    };
    int lists = 8 + 2 + 12 * entries.length + 4;
    int pixels = lists + 2 * bands + 8 * tiles;
    ByteBuffer out = ByteBuffer.allocate(pixels + bytes);
    out.putInt('M' << 24 | 'M' << 16 | 42).putInt(8).putShort((short) entries.length);
    for (int[] entry : entries) {
      out.putShort((short) entry[0]).putShort((short) entry[1]).putInt(entry[2]);
      int at = entry[0] == 258 ? lists : lists + 2 * bands + (entry[0] == 325 ? 4 * tiles : 0);
      if (entry[2] == 1 && entry[0] < 324) {
        int value = entry[0] == 258 ? 8 : entry[3];
        out.putInt(entry[1] == 3 ? value << 16 : value);
      } else {
        out.putInt(tiles == 1 && entry[0] >= 324 ? entry[0] == 324 ? pixels : bytes : at);
      }
    }
    out.putInt(0);
    for (int i = 0; i < bands; i++) {
      out.putShort((short) 8);
    }
    for (int i = 0; i < tiles; i++) {
      out.putInt(pixels);
    }
    for (int i = 0; i < tiles; i++) {
      out.putInt(bytes);
    }
    Arrays.fill(out.array(), out.position(), out.capacity(), (byte) 90);
    return out.array();
  }
}
