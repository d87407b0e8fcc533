package org.ridgeline.codec.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ridgeline.vocabulary.GrayImage;

/// Our files beside the reference encoder's, by the criteria of encoder certification.
class WsqEncoderGoldenTest {
  /// Bin indices that may differ, by one: 99.99 % must be the reference's. Eight of 26 million do,
  /// where a sample lies within float rounding of a bin's border.
  private static final double DIFFERENT_SHARE_MAX = 0.0001;

  /// Bin widths may differ by 0.05 %; nearly all are the same five digits.
  private static final double WIDTH_RATIO_MAX = 1.0005;

  /// A file may be this much longer or shorter than the reference's, our comment aside.
  private static final double SIZE_SHARE_MAX = 0.004;

  @ParameterizedTest
  @CsvSource({"BitRate075, 0.75", "BitRate225, 2.25"})
  void agreesWithTheReferenceEncoder(String set, double bitsPerPixel) {
    for (Path file : WsqReferenceFiles.files(set)) {
      byte[] theirs = WsqReferenceFiles.bytes(file);
      byte[] ours = WsqEncoder.encode(raw(WsqReferenceFiles.stem(file)), bitsPerPixel);

      WsqFile expected = read(theirs);
      WsqFile actual = read(ours);
      assertSameFrame(actual.frame(), expected.frame());
      assertSameWidths(actual.quantisation(), expected.quantisation());
      assertThat(actual.filters().low()).isEqualTo(expected.filters().low());
      assertThat(actual.filters().high()).isEqualTo(expected.filters().high());
      assertSameBins(actual.bins(), expected.bins());
      int commentBytes = 4 + actual.comments().getFirst().length();
      assertThat(Math.abs(ours.length - commentBytes - theirs.length))
          .isLessThanOrEqualTo((int) (theirs.length * SIZE_SHARE_MAX));
    }
  }

  @Test
  void statesItsFiltersInTheReferencesBytes() {
    byte[] theirs = WsqReferenceFiles.bytes(WsqReferenceFiles.files("BitRate075").getFirst());
    byte[] ours = WsqEncoder.encode(TestImages.rings(64, 64));
    int comment = 4 + read(ours).comments().getFirst().length();

    assertThat(Arrays.copyOfRange(ours, 2 + comment, 2 + comment + 60))
        .isEqualTo(Arrays.copyOfRange(theirs, 2, 62));
  }

  /// All but the software number, which names a certified product: ours is 0.
  private static void assertSameFrame(WsqFrame actual, WsqFrame expected) {
    assertThat(actual.software()).isZero();
    assertThat(actual)
        .isEqualTo(
            new WsqFrame(
                expected.black(),
                expected.white(),
                expected.heightPx(),
                expected.widthPx(),
                expected.shift(),
                expected.scale(),
                expected.encoder(),
                0));
  }

  private static void assertSameWidths(WsqQuantisation actual, WsqQuantisation expected) {
    assertThat(actual.binCentre()).isEqualTo(expected.binCentre());
    for (int band = 0; band < WsqQuantisation.STEPS; band++) {
      WsqQuantisation.Step ours = actual.steps().get(band);
      WsqQuantisation.Step theirs = expected.steps().get(band);
      assertThat(ours.isCoded()).isEqualTo(theirs.isCoded());
      if (theirs.isCoded()) {
        assertThat(ours.width().toDouble() / theirs.width().toDouble())
            .isBetween(1 / WIDTH_RATIO_MAX, WIDTH_RATIO_MAX);
        assertThat(ours.zeroWidth().toDouble() / theirs.zeroWidth().toDouble())
            .isBetween(1 / WIDTH_RATIO_MAX, WIDTH_RATIO_MAX);
      }
    }
  }

  private static void assertSameBins(short[] actual, short[] expected) {
    assertThat(actual).hasSameSizeAs(expected);
    int worst = 0;
    int different = 0;
    for (int i = 0; i < expected.length; i++) {
      int distance = Math.abs(actual[i] - expected[i]);
      worst = Math.max(worst, distance);
      different += distance;
    }
    assertThat(worst).isLessThanOrEqualTo(1);
    assertThat(different).isLessThanOrEqualTo((int) (expected.length * DIFFERENT_SHARE_MAX));
  }

  private static GrayImage raw(String stem) {
    int[] size = WsqReferenceFiles.size(stem);
    byte[] pixels = WsqReferenceFiles.bytes(WsqReferenceFiles.folder("raw").resolve(stem + ".raw"));
    return GrayImage.of(size[0], size[1], 500, pixels);
  }

  private static WsqFile read(byte[] data) {
    try {
      return WsqReader.read(data);
    } catch (ImageRefusal refusal) {
      throw new AssertionError(refusal.finding());
    }
  }
}
