package org.ridgeline.codec.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.ridgeline.codec.image.ImageDecoded.Decoded;
import org.ridgeline.codec.image.ImageDecoded.Undecodable;
import org.ridgeline.codec.jpeg2000.CodeStreamWriter;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.GrayImage;
import org.ridgeline.vocabulary.Severity;

class Jpeg2000DecoderTest {
  private static final GrayImage RINGS = TestImages.rings(61, 47);

  @Test
  void warnsOfAMissingEndMarker() throws IOException {
    byte[] data = written();

    Decoded decoded = decoded(Arrays.copyOf(data, data.length - 2), ImageHints.none());

    assertThat(decoded.image().pixels()).isEqualTo(RINGS.pixels());
    assertThat(decoded.findings()).hasSize(1);
    assertThat(decoded.findings().getFirst().severity()).isEqualTo(Severity.WARNING);
    assertThat(decoded.findings().getFirst().code()).isEqualTo(FindingCode.IMAGE_UNREADABLE);
    assertThat(decoded.findings().getFirst().offset()).isEqualTo(data.length - 2L);
  }

  @Test
  void refusesAFileThatEndsBeforeItsLastPacket() throws IOException {
    byte[] data = written();
    for (int length = 0; length < data.length - 2; length++) {
      Finding refusal = refusal(Arrays.copyOf(data, length), ImageHints.none());
      assertThat(refusal.code()).isEqualTo(FindingCode.IMAGE_UNREADABLE);
      assertThat(refusal.offset()).isBetween(0L, (long) length);
    }
  }

  @Test
  void holdsToTheLimitOfTheKindOfImage() throws IOException {
    Finding refusal = refusal(written(), new ImageHints(0, 0, 500, 61 * 47 - 1));

    assertThat(refusal.code()).isEqualTo(FindingCode.IMAGE_TOO_LARGE);
    assertThat(decoded(written(), new ImageHints(0, 0, 500, 61 * 47)).findings()).isEmpty();
  }

  @Test
  void refusesFewBytesThatClaimManyPixels() {
    int most = ImageLimits.JPEG2000_PIXELS_PER_BYTE_MAX;
    byte[] packet = new byte[16_000];
    byte[] data = new CodeStreamWriter(16_000, 300, 16_000, 300).header().tilePart(0, packet).end();
    int height = most * data.length / 16_000;

    assertThat(decoded(withHeight(data, height), ImageHints.none()).findings()).isEmpty();
    assertThat(refusal(withHeight(data, height + 1), ImageHints.none()).code())
        .isEqualTo(FindingCode.IMAGE_TOO_LARGE);
  }

  private static byte[] withHeight(byte[] data, int height) {
    ByteBuffer.wrap(data).putInt(12, height).putInt(28, height);
    return data;
  }

  private static byte[] written() throws IOException {
    return SpoiledImagesTest.seed(ImageFormat.JPEG2000, RINGS);
  }

  private static Decoded decoded(byte[] data, ImageHints hints) {
    return switch (ImageDecoder.decode(ImageFormat.JPEG2000, data, hints)) {
      case Decoded decoded -> decoded;
      case Undecodable refused -> throw new AssertionError(refused.finding());
    };
  }

  private static Finding refusal(byte[] data, ImageHints hints) {
    return switch (ImageDecoder.decode(ImageFormat.JPEG2000, data, hints)) {
      case Decoded decoded -> throw new AssertionError(decoded);
      case Undecodable refused -> refused.finding();
    };
  }
}
