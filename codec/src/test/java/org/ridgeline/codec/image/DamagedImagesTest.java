package org.ridgeline.codec.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.codec.image.ImageDecoded.Decoded;
import org.ridgeline.codec.image.ImageDecoded.Undecodable;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.GrayImage;

/// Half an image is no image: what a library fills with grey would be read as a finger's edge.
class DamagedImagesTest {
  private static final GrayImage RINGS = TestImages.rings(160, 120);

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"RAW"})
  void refusesEveryFormatCutAnywhereInItsData(ImageFormat format) throws IOException {
    byte[] whole = SpoiledImagesTest.seed(format, RINGS);
    for (int percent = 5; percent <= 95; percent += 5) {
      byte[] cut = Arrays.copyOf(whole, (int) (whole.length * (long) percent / 100));

      assertThat(ImageDecoder.decode(format, cut, ImageHints.none()))
          .as("%s at %d %%", format, percent)
          .isInstanceOf(Undecodable.class);
    }
  }

  /// The directory first, as scanners write it: what is cut off is of the picture.
  @ParameterizedTest
  @ValueSource(strings = {"LZW", "ZLib", "Deflate", "PackBits", "JPEG"})
  void refusesEveryCompressionOfTiffCutAnywhereInItsData(String compression) throws IOException {
    byte[] whole = MadeFiles.compressedTiff(RINGS, compression);
    assertThat(decoded(ImageFormat.TIFF, whole).image().widthPx()).isEqualTo(160);
    for (int percent = 5; percent <= 95; percent += 5) {
      byte[] cut = Arrays.copyOf(whole, (int) (whole.length * (long) percent / 100));

      assertThat(ImageDecoder.decode(ImageFormat.TIFF, cut, ImageHints.none()))
          .as("%s at %d %%", compression, percent)
          .isInstanceOf(Undecodable.class);
    }
  }

  /// A strip whose count is that of the bytes that are there.
  @Test
  void refusesAStripThatEndsEarlyWhateverItsCountSays() {
    byte[] deflated = deflated(RINGS.pixels());
    byte[] packed = packed(RINGS.pixels());
    assertThat(decoded(ImageFormat.TIFF, MadeFiles.tiff(RINGS, 8, deflated)).image().pixels())
        .isEqualTo(RINGS.pixels());
    assertThat(decoded(ImageFormat.TIFF, MadeFiles.tiff(RINGS, 32_773, packed)).image().pixels())
        .isEqualTo(RINGS.pixels());
    for (int percent = 5; percent <= 95; percent += 10) {
      for (int compression : new int[] {8, 32_946, 32_773}) {
        byte[] whole = compression == 32_773 ? packed : deflated;
        byte[] half = Arrays.copyOf(whole, whole.length * percent / 100);

        assertRefused(ImageFormat.TIFF, MadeFiles.tiff(RINGS, compression, half));
      }
    }
  }

  /// One strip that is a JPEG, cut, cut and closed, and of fewer rows than the picture.
  @Test
  void refusesAStripOfJpegThatIsNotWhole() throws IOException {
    byte[] whole = ImageEncoder.encodeJpeg(RINGS, 0.95f);
    byte[] progressive = SpoiledImagesTest.progressive(RINGS);
    assertThat(decoded(ImageFormat.TIFF, MadeFiles.tiff(RINGS, 7, whole)).image().widthPx())
        .isEqualTo(160);
    for (byte[] jpeg : List.of(whole, progressive)) {
      for (int percent = 30; percent <= 90; percent += 20) {
        byte[] half = Arrays.copyOf(jpeg, jpeg.length * percent / 100);
        assertRefused(ImageFormat.TIFF, MadeFiles.tiff(RINGS, 7, half));
        half[half.length - 2] = (byte) 0xFF;
        half[half.length - 1] = (byte) 0xD9;
        assertRefused(ImageFormat.TIFF, MadeFiles.tiff(RINGS, 7, half));
      }
    }
    byte[] low = ImageEncoder.encodeJpeg(TestImages.rings(160, 60), 0.95f);
    assertRefused(ImageFormat.TIFF, MadeFiles.tiff(RINGS, 7, low));
  }

  private static byte[] deflated(byte[] pixels) {
    java.util.zip.Deflater deflater = new java.util.zip.Deflater();
    deflater.setInput(pixels);
    deflater.finish();
    byte[] out = new byte[pixels.length + 100];
    int length = deflater.deflate(out);
    deflater.end();
    return Arrays.copyOf(out, length);
  }

  /// Literal bytes only, 128 at a time.
  private static byte[] packed(byte[] pixels) {
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    for (int from = 0; from < pixels.length; from += 128) {
      int count = Math.min(128, pixels.length - from);
      out.write(count - 1);
      out.write(pixels, from, count);
    }
    return out.toByteArray();
  }

  @Test
  void refusesRunsThatLeavePixelsOut() {
    assertThat(decoded(ImageFormat.BMP, MadeFiles.runs(60, 40, 40)).image().at(5, 5))
        .isEqualTo(128);
    for (int rows : new int[] {0, 1, 20, 39}) {
      assertRefused(ImageFormat.BMP, MadeFiles.runs(60, 40, rows));
    }
  }

  /// The first half, closed by an end of image, and one whose frame says other rows than there are.
  @Test
  void refusesALosslessJpegThatIsNotWholeWhateverItsEndSays() {
    byte[] whole = LosslessJpeg.write(RINGS);
    for (int percent = 20; percent <= 95; percent += 5) {
      byte[] half = Arrays.copyOf(whole, whole.length * percent / 100);
      half[half.length - 2] = (byte) 0xFF;
      half[half.length - 1] = (byte) 0xD9;
      assertRefused(ImageFormat.JPEG_LOSSLESS, half);
    }
    int frame = 0;
    while (whole[frame] != (byte) 0xFF || whole[frame + 1] != (byte) 0xC3) {
      frame++;
    }
    for (int rows : new int[] {60, 119, 121, 240}) {
      byte[] other = whole.clone();
      other[frame + 5] = (byte) (rows >> 8);
      other[frame + 6] = (byte) rows;
      assertRefused(ImageFormat.JPEG_LOSSLESS, other);
    }
    assertWarned(
        decoded(ImageFormat.JPEG_LOSSLESS, Arrays.copyOf(whole, whole.length - 2)), "end of image");
  }

  private static void assertRefused(ImageFormat format, byte[] data) {
    assertThat(ImageDecoder.decode(format, data, ImageHints.none()))
        .isInstanceOf(Undecodable.class);
  }

  @Test
  void refusesAProgressiveJpegWithoutAMiddleScan() throws IOException {
    byte[] whole = SpoiledImagesTest.progressive(RINGS);
    int refused = 0;
    for (int skipped = 0; skipped < 12; skipped++) {
      byte[] without = withoutScan(whole, skipped);
      boolean is =
          ImageDecoder.decode(ImageFormat.JPEG, without, ImageHints.none()) instanceof Undecodable;
      refused += without.length < whole.length && is ? 1 : 0;
      assertThat(without.length == whole.length || is).as("without scan %d", skipped).isTrue();
    }
    assertThat(refused).isGreaterThan(3);
  }

  /// From one start of scan up to the next, or to the end of the image; all where there is none.
  private static byte[] withoutScan(byte[] data, int number) {
    int seen = -1;
    int from = -1;
    for (int i = 2; i + 1 < data.length; i++) {
      boolean scan = data[i] == (byte) 0xFF && data[i + 1] == (byte) 0xDA;
      boolean end = data[i] == (byte) 0xFF && data[i + 1] == (byte) 0xD9;
      seen += scan ? 1 : 0;
      if (scan && seen == number) {
        from = i;
      } else if (from >= 0 && (scan || end)) {
        byte[] out = new byte[data.length - (i - from)];
        System.arraycopy(data, 0, out, 0, from);
        System.arraycopy(data, i, out, from, data.length - i);
        return out;
      }
    }
    return data;
  }

  @Test
  void refusesAProgressiveJpegCutAnywhere() throws IOException {
    byte[] whole = SpoiledImagesTest.progressive(RINGS);
    int refused = 0;
    for (int length = 200; length < whole.length - 2; length += 7) {
      byte[] cut = Arrays.copyOf(whole, length);
      if (ImageDecoder.decode(ImageFormat.JPEG, cut, ImageHints.none()) instanceof Decoded got) {
        // The last scan's last bits may be padding: then all pixels are there.
        assertThat(got.image().pixels())
            .isEqualTo(decoded(ImageFormat.JPEG, whole).image().pixels());
      } else {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan((whole.length - 202) / 7 - 3);
  }

  @Test
  void refusesAProgressiveJpegThatEndsBetweenItsScans() throws IOException {
    byte[] whole = SpoiledImagesTest.progressive(RINGS);
    int scans = 0;
    int at = 0;
    for (int i = 2; i < whole.length - 1; i++) {
      boolean scan = whole[i] == (byte) 0xFF && whole[i + 1] == (byte) 0xDA;
      scans += scan ? 1 : 0;
      at = scan ? i : at;
    }
    // Before the tables of the last scan, with a proper end.
    byte[] coarse = Arrays.copyOf(whole, at + 2);
    coarse[at] = (byte) 0xFF;
    coarse[at + 1] = (byte) 0xD9;

    assertThat(scans).isGreaterThan(3);
    assertThat(ImageDecoder.decode(ImageFormat.JPEG, coarse, ImageHints.none()))
        .isInstanceOfSatisfying(
            Undecodable.class,
            refused -> assertThat(refused.finding().expected()).contains("all scans"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void readsAJpegThatLacksItsEndAloneAndSaysSo(int bytes) {
    byte[] whole = ImageEncoder.encode(ImageFormat.JPEG, RINGS);

    Decoded decoded = decoded(ImageFormat.JPEG, Arrays.copyOf(whole, whole.length - bytes));

    assertThat(decoded.image().pixels())
        .isEqualTo(decoded(ImageFormat.JPEG, whole).image().pixels());
    assertWarned(decoded, "end of image");
  }

  @Test
  void readsAPngThatLacksItsEndAloneAndSaysSo() {
    byte[] whole = ImageEncoder.encode(ImageFormat.PNG, RINGS);

    Decoded decoded = decoded(ImageFormat.PNG, Arrays.copyOf(whole, whole.length - 12));

    assertThat(decoded.image().pixels()).isEqualTo(RINGS.pixels());
    assertWarned(decoded, "IEND");
  }

  @Test
  void readsAWsqThatLacksItsEndAloneAndSaysSo() {
    byte[] whole = WsqEncoder.encode(RINGS);

    assertWarned(decoded(ImageFormat.WSQ, Arrays.copyOf(whole, whole.length - 2)), "end of image");
  }

  @Test
  void readsBytesBehindAnImagesEnd() throws IOException {
    for (ImageFormat format : List.of(ImageFormat.JPEG, ImageFormat.PNG, ImageFormat.WSQ)) {
      byte[] whole = SpoiledImagesTest.seed(format, RINGS);

      Decoded decoded = decoded(format, Arrays.copyOf(whole, whole.length + 7));

      assertThat(decoded.image().pixels())
          .as("%s", format)
          .isEqualTo(decoded(format, whole).image().pixels());
    }
  }

  @Test
  void refusesASpoiledChunkOfThePictureAndWarnsOfOneBeside() {
    byte[] data = MadeFiles.pngWith(RINGS, "tEXt", "Title\0print".getBytes());
    byte[] spoiltText = data.clone();
    spoiltText[33 + 8] ^= 1;
    byte[] spoiltPicture = data.clone();
    PngChunks.Chunk picture = PngChunks.first(data, "IDAT").orElseThrow();
    spoiltPicture[picture.from() + picture.length() / 2] ^= 1;

    assertWarned(decoded(ImageFormat.PNG, spoiltText), "tEXt");
    assertThat(ImageDecoder.decode(ImageFormat.PNG, spoiltPicture, ImageHints.none()))
        .isInstanceOfSatisfying(
            Undecodable.class,
            refused -> assertThat(refused.finding().expected()).contains("IDAT").contains("CRC"));
  }

  @Test
  void refusesCodedDataThatTheLibraryFindsCorrupt() {
    byte[] whole = ImageEncoder.encode(ImageFormat.JPEG, RINGS);
    byte[] hole = whole.clone();
    Arrays.fill(hole, whole.length / 2, whole.length / 2 + 200, (byte) 0xFE);
    byte[] restart = whole.clone();
    restart[whole.length / 2] = (byte) 0xFF;
    restart[whole.length / 2 + 1] = (byte) 0xD3;

    for (byte[] spoiled : List.of(hole, restart)) {
      assertThat(ImageDecoder.decode(ImageFormat.JPEG, spoiled, ImageHints.none()))
          .isInstanceOf(Undecodable.class);
    }
  }

  private static void assertWarned(Decoded decoded, String of) {
    assertThat(decoded.findings())
        .singleElement()
        .returns(FindingCode.IMAGE_UNREADABLE, Finding::code)
        .satisfies(finding -> assertThat(finding.expected()).contains(of));
  }

  private static Decoded decoded(ImageFormat format, byte[] data) {
    return switch (ImageDecoder.decode(format, data, ImageHints.none())) {
      case Decoded decoded -> decoded;
      case Undecodable refused -> throw new AssertionError(refused.finding());
    };
  }
}
