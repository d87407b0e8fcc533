package org.ridgeline.codec.jpeg2000;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

/// Bits and tag trees of packet headers.
class PacketHeaderTest {
  /// Six by three numbers of which the first three of a row are 1, 3 and 2.
  /// - **Source** ISO/IEC 15444-1 B.10.2, figure B.13
  @Test
  void readsTheStandardsTagTree() throws Jpeg2000Refusal {
    PacketBits bits = bits(0b0111_1001, 0b1010_0000);
    int[] nodes = new int[TagTree.nodes(6, 3)];
    TagTree tree = new TagTree();

    assertThat(number(tree, nodes, bits, 0)).isEqualTo(1);
    assertThat(number(tree, nodes, bits, 1)).isEqualTo(3);
    assertThat(number(tree, nodes, bits, 2)).isEqualTo(2);
    assertThat(nodes).hasSize(18 + 6 + 2 + 1);
  }

  @Test
  void readsNoFurtherThanTheThreshold() throws Jpeg2000Refusal {
    PacketBits bits = bits(0b0100_0000);
    int[] nodes = new int[TagTree.nodes(1, 1)];
    TagTree.Place place = place(1, 1, 0);
    TagTree tree = new TagTree();

    assertThat(tree.isBelow(1, nodes, place, bits)).isFalse();
    assertThat(tree.isBelow(1, nodes, place, bits)).isFalse();
    assertThat(tree.isBelow(2, nodes, place, bits)).isTrue();
    assertThat(bits.bits(6)).isZero();
  }

  @Test
  void passesOverTheBitBehindAByteOfOnes() throws Jpeg2000Refusal {
    PacketBits bits = bits(0xFF, 0x7F, 0x80);

    assertThat(bits.bits(15)).isEqualTo(0x7FFF);
    assertThat(bits.bit()).isEqualTo(1);
    assertThat(bits.align()).isEqualTo(3);
  }

  @Test
  void endsAHeaderBehindTheByteThatFollowsOnes() throws Jpeg2000Refusal {
    PacketBits bits = bits(0xFF, 0, 5);
    bits.bits(8);

    assertThat(bits.align()).isEqualTo(2);
  }

  @Test
  void refusesToReadBeyondTheEnd() throws Jpeg2000Refusal {
    PacketBits bits = bits(0x12);
    bits.bits(8);

    assertThatExceptionOfType(Jpeg2000Refusal.class)
        .isThrownBy(bits::bit)
        .satisfies(refusal -> assertThat(refusal.offset()).isEqualTo(1));
  }

  private static int number(TagTree tree, int[] nodes, PacketBits bits, int x)
      throws Jpeg2000Refusal {
    int number = 0;
    while (!tree.isBelow(number + 1, nodes, place(6, 3, x), bits)) {
      number++;
    }
    return number;
  }

  private static TagTree.Place place(int across, int down, int x) {
    TagTree.Place place = new TagTree.Place();
    place.across = across;
    place.down = down;
    place.x = x;
    return place;
  }

  private static PacketBits bits(int... values) {
    byte[] data = new byte[values.length];
    for (int i = 0; i < data.length; i++) {
      data[i] = (byte) values[i];
    }
    PacketBits bits = new PacketBits(data);
    bits.start(0, data.length);
    return bits;
  }
}
