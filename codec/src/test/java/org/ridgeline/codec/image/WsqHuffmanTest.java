package org.ridgeline.codec.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WsqHuffmanTest {
  @Test
  void findsEveryCodeOfAPlan() {
    SplittableRandom random = new SplittableRandom(3);
    for (int round = 0; round < 200; round++) {
      int[] frequencies = new int[WsqHuffman.SYMBOLS_MAX];
      int used = 1 + random.nextInt(254);
      for (int symbol = 1; symbol <= used; symbol++) {
        frequencies[symbol] = 1 << random.nextInt(1 + round % 22);
      }
      WsqHuffmanPlan plan = new WsqHuffmanPlan(frequencies);
      WsqHuffman table = WsqHuffman.of(plan.counts(), plan.symbols()).orElseThrow();
      for (int symbol = 1; symbol <= used; symbol++) {
        int length = plan.length(symbol);
        assertThat(length).isBetween(1, 16);
        int first = plan.code(symbol) << 16 - length;
        int last = first | (1 << 16 - length) - 1;
        assertThat(table.find(first)).isEqualTo(symbol << 8 | length);
        assertThat(table.find(last)).isEqualTo(symbol << 8 | length);
      }
      assertThat(table.find(0xFFFF)).as("ones are no code").isZero();
    }
  }

  @Test
  void keepsCodesWithinSixteenBitsForTheMostUnevenFrequencies() {
    int[] frequencies = new int[WsqHuffman.SYMBOLS_MAX];
    int before = 1;
    int now = 1;
    for (int symbol = 1; symbol <= 40; symbol++) {
      frequencies[symbol] = now;
      int next = before + now;
      before = now;
      now = next;
    }

    WsqHuffmanPlan plan = new WsqHuffmanPlan(frequencies);

    assertThat(plan.length(40)).isLessThanOrEqualTo(2);
    assertThat(WsqHuffman.of(plan.counts(), plan.symbols())).isPresent();
  }

  @Test
  void refusesMoreCodesThanLengthsHaveRoomFor() {
    int[] counts = new int[16];
    counts[0] = 3;

    assertThat(WsqHuffman.of(counts, new byte[] {1, 2, 3})).isEmpty();
  }

  @Test
  void makesMeaninglessSymbolsZero() {
    int[] counts = new int[16];
    counts[0] = 1;

    assertThat(WsqHuffman.of(counts, new byte[] {(byte) 255}).orElseThrow().find(0)).isEqualTo(1);
  }
}
