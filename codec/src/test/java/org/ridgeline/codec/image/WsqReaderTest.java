package org.ridgeline.codec.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.ridgeline.codec.image.ImageDecoded.Decoded;
import org.ridgeline.codec.image.ImageDecoded.Undecodable;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.Severity;

class WsqReaderTest {
  private static final byte[] GOOD = WsqEncoder.encode(TestImages.rings(96, 80));

  @Test
  void refusesEveryTruncation() {
    for (int length = 0; length < GOOD.length - 2; length++) {
      Finding finding = refusal(Arrays.copyOf(GOOD, length));
      assertThat(finding.code()).isEqualTo(FindingCode.IMAGE_UNREADABLE);
      assertThat(finding.offset()).isBetween(0L, (long) length);
    }
  }

  @Test
  void warnsOfAMissingEnd() {
    Decoded decoded = (Decoded) WsqDecoder.decode(Arrays.copyOf(GOOD, GOOD.length - 2));

    assertThat(decoded.findings()).hasSize(1);
    assertThat(decoded.findings().getFirst().severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void refusesSizesThatSoFewBytesCannotHave() {
    byte[] data = GOOD.clone();
    int frame = find(data, WsqMarker.START_OF_FRAME);
    ByteBuffer.wrap(data).putShort(frame + 6, (short) 16_000).putShort(frame + 8, (short) 4_000);

    assertThat(refusal(data).code()).isEqualTo(FindingCode.IMAGE_TOO_LARGE);
    assertThat(refusal(data).offset()).isEqualTo(frame);
  }

  @Test
  void refusesEmptySizes() {
    byte[] data = GOOD.clone();
    ByteBuffer.wrap(data).putShort(find(data, WsqMarker.START_OF_FRAME) + 6, (short) 0);

    assertThat(refusal(data).code()).isEqualTo(FindingCode.IMAGE_TOO_LARGE);
  }

  @Test
  void refusesFiltersItCannotApply() {
    for (int taps : new int[] {0, 1, 6, 33, 255}) {
      byte[] data = GOOD.clone();
      data[find(data, WsqMarker.TRANSFORM_TABLE) + 4] = (byte) taps;

      assertThat(refusal(data).code()).isEqualTo(FindingCode.IMAGE_UNSUPPORTED);
    }
  }

  @Test
  void refusesMissingTables() {
    for (int marker :
        new int[] {
          WsqMarker.TRANSFORM_TABLE,
          WsqMarker.QUANTISATION_TABLE,
          WsqMarker.HUFFMAN_TABLE,
          WsqMarker.START_OF_FRAME
        }) {
      Finding finding = refusal(without(marker));
      assertThat(finding.code()).isEqualTo(FindingCode.IMAGE_UNREADABLE);
      assertThat(finding.found()).isEqualTo("none");
    }
  }

  @Test
  void refusesUnknownMarkersAndRestarts() {
    byte[] data = GOOD.clone();
    int comment = find(data, WsqMarker.COMMENT);
    data[comment + 1] = (byte) 0xB0;
    assertThat(refusal(data).expected()).contains("marker");
    data[comment + 1] = (byte) WsqMarker.RESTART_INTERVAL;
    assertThat(refusal(data).code()).isEqualTo(FindingCode.IMAGE_UNSUPPORTED);
  }

  @Test
  void takesAnyPaddingAfterABlock() throws ImageRefusal {
    byte[] data = GOOD.clone();
    int last = data.length - 3;
    data[last] &= (byte) ~(Integer.lowestOneBit(~data[last] & 0x7F) - 1);

    assertThat(data).isNotEqualTo(GOOD);
    assertThat(WsqReader.read(data).bins()).isEqualTo(WsqReader.read(GOOD).bins());
  }

  @Test
  void keepsCommentsWhereverTheyStand() throws ImageRefusal {
    byte[] comment = {(byte) 0xFF, (byte) 0xA8, 0, 4, 'h', 'i'};
    byte[] data = new byte[GOOD.length + comment.length];
    System.arraycopy(GOOD, 0, data, 0, GOOD.length - 2);
    System.arraycopy(comment, 0, data, GOOD.length - 2, comment.length);
    System.arraycopy(GOOD, GOOD.length - 2, data, data.length - 2, 2);

    assertThat(WsqReader.read(data).comments()).hasSize(2).endsWith("hi");
    assertThat(((Decoded) WsqDecoder.decode(data)).findings()).isEmpty();
  }

  private static byte[] without(int marker) {
    byte[] data = GOOD;
    for (int at = find(data, marker); at >= 0; at = find(data, marker)) {
      int length = 2 + ByteBuffer.wrap(data).getShort(at + 2);
      byte[] shorter = new byte[data.length - length];
      System.arraycopy(data, 0, shorter, 0, at);
      System.arraycopy(data, at + length, shorter, at, shorter.length - at);
      data = shorter;
    }
    return data;
  }

  private static int find(byte[] data, int marker) {
    for (int i = 0; i + 1 < data.length; i++) {
      if ((data[i] & 0xFF) == marker >> 8 && (data[i + 1] & 0xFF) == (marker & 0xFF)) {
        return i;
      }
    }
    return -1;
  }

  private static Finding refusal(byte[] data) {
    return switch (WsqDecoder.decode(data)) {
      case Decoded decoded -> throw new AssertionError(decoded.toString());
      case Undecodable refused -> refused.finding();
    };
  }
}
