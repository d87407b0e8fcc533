package org.ridgeline.codec.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.ridgeline.codec.image.ImageDecoded.Decoded;
import org.ridgeline.codec.image.ImageDecoded.Undecodable;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.GrayImage;

class ImageLimitsTest {
  private static final int RATIO = ImageLimits.PIXELS_PER_BYTE_MAX;

  @Test
  void letsAnyBytesBeAFourFingerCapture() {
    assertThat(ImageLimits.isAllowed(1600, 1499, 1, RATIO)).isTrue();
    assertThat(ImageLimits.isAllowed(1600, 1500, 1, RATIO)).isTrue();
    assertThat(ImageLimits.isAllowed(1600, 1501, 1, RATIO)).isFalse();
  }

  @Test
  void holdsLargerImagesToAMultipleOfTheirBytes() {
    for (int most : new int[] {ImageLimits.WSQ_PIXELS_PER_BYTE_MAX, RATIO}) {
      int bytes = 16_000;

      assertThat(ImageLimits.isAllowed(bytes, most, bytes + 1, most)).isTrue();
      assertThat(ImageLimits.isAllowed(bytes, most, bytes, most)).isTrue();
      assertThat(ImageLimits.isAllowed(bytes, most, bytes - 1, most)).isFalse();
    }
  }

  @Test
  void holdsSidesAndPixelsToTheImagesOwnLimits() {
    long bytes = Integer.MAX_VALUE;

    assertThat(ImageLimits.isAllowed(GrayImage.SIDE_PX_MAX - 1, 4096, bytes, RATIO)).isTrue();
    assertThat(ImageLimits.isAllowed(GrayImage.SIDE_PX_MAX, 4095, bytes, RATIO)).isTrue();
    assertThat(ImageLimits.isAllowed(GrayImage.SIDE_PX_MAX, 4096, bytes, RATIO)).isTrue();
    assertThat(ImageLimits.isAllowed(GrayImage.SIDE_PX_MAX + 1, 1, bytes, RATIO)).isFalse();
    assertThat(ImageLimits.isAllowed(GrayImage.SIDE_PX_MAX, 4097, bytes, RATIO)).isFalse();
    assertThat(ImageLimits.isAllowed(0, 9, bytes, RATIO)).isFalse();
    assertThat(ImageLimits.isAllowed(-9, -9, bytes, RATIO)).isFalse();
  }

  @Test
  void readsFiltersUpToTheLongestAllowed() throws ImageRefusal {
    for (int taps : new int[] {30, 32, 34}) {
      byte[] data = withFilters(taps);
      switch (WsqDecoder.decode(data)) {
        case Decoded(var image, _) -> {
          assertThat(taps).isLessThanOrEqualTo(ImageLimits.WSQ_TAPS_MAX);
          assertThat(image.pixels()).containsOnly(9);
        }
        case Undecodable(var finding) -> {
          assertThat(taps).isGreaterThan(ImageLimits.WSQ_TAPS_MAX);
          assertThat(finding.code()).isEqualTo(FindingCode.IMAGE_UNSUPPORTED);
        }
      }
    }
  }

  @Test
  void readsSixteenHuffmanTables() throws ImageRefusal {
    int most = ImageLimits.WSQ_HUFFMAN_TABLES_MAX;
    assertThat(WsqDecoder.decode(withTables(most - 1, 0))).isInstanceOf(Decoded.class);
    assertThat(WsqDecoder.decode(withTables(most, 0))).isInstanceOf(Decoded.class);
    assertThat(WsqDecoder.decode(withTables(most + 1, 0))).isInstanceOf(Undecodable.class);
  }

  @Test
  void keepsTheFirstComments() throws ImageRefusal {
    int most = ImageLimits.WSQ_COMMENTS_MAX;
    assertThat(WsqReader.read(withTables(1, most - 1)).comments()).hasSize(most - 1);
    assertThat(WsqReader.read(withTables(1, most)).comments()).hasSize(most);
    assertThat(WsqReader.read(withTables(1, most + 1)).comments()).hasSize(most);
  }

  @Test
  void encodesUpToAsManyBitsAsTheImageHas() {
    GrayImage image = TestImages.flat(40, 40, 9);
    double most = WsqEncoder.BITS_PER_PIXEL_MAX;
    assertThat(WsqEncoder.encode(image, most - 0.01)).isNotEmpty();
    assertThat(WsqEncoder.encode(image, most)).isNotEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> WsqEncoder.encode(image, most + 0.01));
  }

  /// A flat image, whose filters do not matter, under filters of so many taps.
  private static byte[] withFilters(int taps) throws ImageRefusal {
    WsqFile flat = WsqReader.read(WsqEncoder.encode(TestImages.flat(40, 40, 9)));
    double[] half = new double[taps / 2];
    WsqHuffmanPlan plan = new WsqHuffmanPlan(new int[WsqHuffman.SYMBOLS_MAX]);
    WsqWriter writer = new WsqWriter(4096);
    writer.marker(WsqMarker.START_OF_IMAGE);
    writer.transform(WsqFilters.ofHalves(taps, half, taps, half));
    writer.quantisation(flat.quantisation());
    writer.frame(flat.frame());
    writer.huffman(0, plan);
    writer.block(0, plan, new short[0], 0, 0);
    writer.marker(WsqMarker.END_OF_IMAGE);
    return writer.toByteArray();
  }

  /// A flat image with one table of codes again and again, and so many comments.
  private static byte[] withTables(int tables, int comments) throws ImageRefusal {
    WsqFile flat = WsqReader.read(WsqEncoder.encode(TestImages.flat(40, 40, 9)));
    WsqHuffmanPlan plan = new WsqHuffmanPlan(new int[WsqHuffman.SYMBOLS_MAX]);
    WsqWriter writer = new WsqWriter(4096);
    writer.marker(WsqMarker.START_OF_IMAGE);
    for (int i = 0; i < comments; i++) {
      writer.comment("hi");
    }
    writer.transform(flat.filters());
    writer.quantisation(flat.quantisation());
    writer.frame(flat.frame());
    for (int i = 0; i < tables; i++) {
      writer.huffman(0, plan);
    }
    writer.block(0, plan, new short[0], 0, 0);
    writer.marker(WsqMarker.END_OF_IMAGE);
    return writer.toByteArray();
  }
}
