package org.ridgeline.codec.jpeg2000;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.GrayImage;

/// Below, at and above each limit.
class Jpeg2000LimitsTest {
  private static final byte[] EMPTY_PACKET = {0};
  private static final byte[] NOTHING_INCLUDED = {(byte) 0x80};

  @Test
  void tilesOfAnImage() {
    int most = Jpeg2000Limits.TILES_MAX;
    assertThat(refusal(tiles(most - 1))).isNull();
    assertThat(refusal(tiles(most))).isNull();
    assertThat(refusal(tiles(most + 1))).isEqualTo(FindingCode.IMAGE_UNSUPPORTED);
  }

  @Test
  void changesOfTheProgression() {
    int most = Jpeg2000Limits.PROGRESSION_CHANGES_MAX;
    assertThat(refusal(changes(most - 1))).isNull();
    assertThat(refusal(changes(most))).isNull();
    assertThat(refusal(changes(most + 1))).isEqualTo(FindingCode.IMAGE_UNSUPPORTED);
  }

  @Test
  void bitPlanesOfACodeBlock() {
    // An exponent of 31 makes thirty bit planes and the guard bits.
    assertThat(Jpeg2000Limits.BIT_PLANES_MAX).isEqualTo(30);
    assertThat(refusal(planes(0))).isNull();
    assertThat(refusal(planes(1))).isEqualTo(FindingCode.IMAGE_UNSUPPORTED);
  }

  @Test
  void looksAtCodeBlocks() {
    // 256 x 256 code blocks in one precinct: each layer looks at all of them.
    int most = Jpeg2000Limits.BLOCK_VISITS_FREE_MAX / (256 * 256);
    assertThat(refusal(visits(most - 1))).isNull();
    assertThat(refusal(visits(most))).isNull();
    assertThat(refusal(visits(most + 1))).isEqualTo(FindingCode.IMAGE_UNSUPPORTED);
  }

  @Test
  void moreLooksAtCodeBlocksForMoreBytes() {
    int most = Jpeg2000Limits.BLOCK_VISITS_FREE_MAX / (256 * 256);
    int bytes = 256 * 256 / Jpeg2000Limits.BLOCK_VISITS_PER_BYTE_MAX;
    byte[] data = visits(most + 1);

    assertThat(refusal(Arrays.copyOf(data, bytes - 1))).isNotNull();
    assertThat(refusal(Arrays.copyOf(data, bytes))).isNull();
  }

  @Test
  void precinctsOfATile() {
    // One sample each.
    assertThat(Jpeg2000Limits.PRECINCTS_MAX).isEqualTo(1024 * 1024);
    assertThat(refusal(precincts(1023))).isNull();
    assertThat(refusal(precincts(1024))).isNull();
    assertThat(refusal(precincts(1025))).isEqualTo(FindingCode.IMAGE_UNSUPPORTED);
  }

  @Test
  void chunksOfCodeBlocks() {
    // 256 x 256 code blocks, each of whose passes is a chunk.
    int most = Jpeg2000Limits.CHUNKS_MAX / (256 * 256);
    assertThat(refusal(chunks(most - 1))).isNull();
    assertThat(refusal(chunks(most))).isNull();
    assertThat(refusal(chunks(most + 1))).isEqualTo(FindingCode.IMAGE_UNSUPPORTED);
  }

  /// As many packets as the tile has bytes.
  @Test
  void packetsOfATile() {
    assertThat(refusal(packets(4, 16 * 16 * 4 + 1))).isNull();
    assertThat(refusal(packets(4, 16 * 16 * 4))).isNull();
    assertThat(refusal(packets(4, 16 * 16 * 4 - 1))).isEqualTo(FindingCode.IMAGE_UNREADABLE);
  }

  @Test
  void sidesOfAnImage() {
    int most = GrayImage.SIDE_PX_MAX;
    assertThat(refusal(wide(most - 1))).isNull();
    assertThat(refusal(wide(most))).isNull();
    assertThat(refusal(wide(most + 1))).isEqualTo(FindingCode.IMAGE_TOO_LARGE);
  }

  private static byte[] tiles(int count) {
    CodeStreamWriter writer = new CodeStreamWriter(count, 1, 1, 1).header();
    for (int i = 0; i < count; i++) {
      writer.tilePart(i, EMPTY_PACKET);
    }
    return writer.end();
  }

  private static byte[] changes(int count) {
    byte[] contents = new byte[7 * count];
    for (int i = 0; i < count; i++) {
      System.arraycopy(new byte[] {0, 0, 0, 1, 1, 1, 0}, 0, contents, 7 * i, 7);
    }
    return new CodeStreamWriter(8, 8, 8, 8)
        .header()
        .segment(Marker.PROGRESSION_CHANGE, contents)
        .tilePart(0, EMPTY_PACKET)
        .end();
  }

  private static byte[] planes(int guardBits) {
    byte[] packet = CodeStreamWriter.packet(1, 1, 1, 1, new byte[] {5});
    return new CodeStreamWriter(8, 8, 8, 8).guardBits(guardBits).header().tilePart(0, packet).end();
  }

  private static byte[] visits(int layers) {
    byte[] packets = new byte[layers];
    Arrays.fill(packets, NOTHING_INCLUDED[0]);
    return new CodeStreamWriter(1024, 1024, 1024, 1024)
        .progression(0, layers)
        .blocks(2, 2, 0)
        .header()
        .tilePart(0, packets)
        .end();
  }

  private static byte[] packets(int layers, int packets) {
    return new CodeStreamWriter(256, 256, 256, 256)
        .progression(2, layers)
        .precincts(0x44)
        .header()
        .tilePart(0, new byte[packets])
        .end();
  }

  private static byte[] precincts(int width) {
    return new CodeStreamWriter(width, 1024, width, 1024)
        .precincts(0)
        .header()
        .tilePart(0, new byte[width * 1024])
        .end();
  }

  private static byte[] chunks(int passes) {
    return new CodeStreamWriter(1024, 1024, 1024, 1024)
        .blocks(2, 2, CodingStyle.TERMINATE_ALL)
        .header()
        .tilePart(0, CodeStreamWriter.packet(256, 256, passes, passes, new byte[0]))
        .end();
  }

  private static byte[] wide(int width) {
    return new CodeStreamWriter(width, 1, width, 1).header().tilePart(0, EMPTY_PACKET).end();
  }

  private static @Nullable FindingCode refusal(byte[] data) {
    try {
      assertThat(Jpeg2000File.open(data).pixels().grey()).isNotEmpty();
      return null;
    } catch (Jpeg2000Refusal refusal) {
      return refusal.code();
    }
  }
}
