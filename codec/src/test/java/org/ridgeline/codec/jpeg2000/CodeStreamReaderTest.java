package org.ridgeline.codec.jpeg2000;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ridgeline.vocabulary.FindingCode;

/// What is refused by name, and what is passed over.
class CodeStreamReaderTest {
  private static final byte[] EMPTY_PACKET = {0};

  @Test
  void refusesRegionsOfInterest() {
    Jpeg2000Refusal refusal =
        refusal(whole(writer().header().segment(Marker.REGION_OF_INTEREST, bytes(0, 0, 3))));

    assertThat(refusal.code()).isEqualTo(FindingCode.IMAGE_UNSUPPORTED);
    assertThat(refusal.found()).isEqualTo("RGN");
  }

  @Test
  void refusesOtherNumbersOfComponentsThanOneAndThree() {
    for (int components : new int[] {0, 2, 4}) {
      CodeStreamWriter writer = CodeStreamWriter.ofComponents(components, 7, 8, 8);

      assertThat(refusal(whole(writer.header())).code()).isEqualTo(FindingCode.IMAGE_UNSUPPORTED);
    }
  }

  @Test
  void refusesSubsampledAndDeepComponents() {
    byte[] subsampled = whole(writer().header());
    subsampled[41] = 2;
    byte[] deep = whole(CodeStreamWriter.ofComponents(1, 16, 8, 8).header());

    assertThat(refusal(subsampled).code()).isEqualTo(FindingCode.IMAGE_UNSUPPORTED);
    assertThat(refusal(deep).code()).isEqualTo(FindingCode.IMAGE_UNSUPPORTED);
  }

  @Test
  void refusesHighThroughput() {
    byte[] capable = whole(writer().header());
    capable[6] = 0x40;

    assertThat(refusal(capable).found()).contains("part 15");
    assertThat(refusal(whole(writer().blocks(6, 6, 0x40).header())).code())
        .isEqualTo(FindingCode.IMAGE_UNSUPPORTED);
  }

  @Test
  void refusesATileThatIsMissing() {
    byte[] data = new CodeStreamWriter(16, 8, 8, 8).header().tilePart(1, EMPTY_PACKET).end();

    assertThat(refusal(data).code()).isEqualTo(FindingCode.IMAGE_UNREADABLE);
  }

  @Test
  void refusesAPartOfATileThatThereIsNot() {
    byte[] data = new CodeStreamWriter(8, 8, 8, 8).header().tilePart(1, EMPTY_PACKET).end();

    assertThat(refusal(data).code()).isEqualTo(FindingCode.IMAGE_UNREADABLE);
  }

  @Test
  void refusesACodeStreamWithoutACodingStyle() {
    assertThat(refusal(writer().tilePart(0, EMPTY_PACKET).end()).expected())
        .contains("coding style");
  }

  @Test
  void refusesChangesThatLeavePacketsOut() {
    byte[] first = bytes(0, 0, 0, 1, 1, 1, 0);
    byte[] data =
        new CodeStreamWriter(8, 8, 8, 8)
            .levels(1)
            .header()
            .segment(Marker.PROGRESSION_CHANGE, first)
            .tilePart(0, new byte[2])
            .end();

    assertThat(refusal(data).expected()).contains("progression changes");
  }

  @Test
  void passesOverCommentsAndPointers() throws Jpeg2000Refusal {
    CodeStreamWriter writer = writer().header();
    for (int marker : new int[] {0xFF55, 0xFF57, 0xFF63, 0xFF64}) {
      writer.segment(marker, bytes(0, 0, 1, 2, 3));
    }

    Jpeg2000File.Pixels pixels = Jpeg2000File.open(whole(writer)).pixels();

    assertThat(pixels.grey()).hasSize(64).containsOnly(128);
    assertThat(pixels.isEnded()).isTrue();
  }

  @Test
  void tellsOfAMissingEnd() throws Jpeg2000Refusal {
    byte[] data = writer().header().tilePart(0, EMPTY_PACKET).unended();

    assertThat(Jpeg2000File.open(data).pixels().isEnded()).isFalse();
  }

  private static CodeStreamWriter writer() {
    return new CodeStreamWriter(8, 8, 8, 8);
  }

  private static byte[] whole(CodeStreamWriter headed) {
    return headed.tilePart(0, EMPTY_PACKET).end();
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static Jpeg2000Refusal refusal(byte[] data) {
    try {
      throw new AssertionError(Jpeg2000File.open(data).pixels());
    } catch (Jpeg2000Refusal refusal) {
      return refusal;
    }
  }
}
