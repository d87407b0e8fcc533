package org.ridgeline.codec.image;

import java.util.Arrays;

/// The Huffman codes that are best for how often each symbol occurs, none longer than 16 bits and
/// none of ones alone.
/// - **Shape** counts of codes by length 1..16, symbols by length then value; code and length of
///   each symbol
/// - **Source** ISO/IEC 10918-1 annex K.2 (figures K.1 to K.4) and C.2
final class WsqHuffmanPlan {
  /// Takes the longest code of ones, which no symbol may have.
  private static final int RESERVED = 256;

  private final int[] counts = new int[WsqHuffman.LENGTHS];
  private final byte[] symbols;
  private final int[] codes = new int[WsqHuffman.SYMBOLS_MAX];
  private final int[] lengths = new int[WsqHuffman.SYMBOLS_MAX];

  /// Plans for these frequencies of symbols 0..255.
  WsqHuffmanPlan(int[] frequencies) {
    int[] free = Arrays.copyOf(frequencies, RESERVED + 1);
    free[RESERVED] = 1;
    int[] sizes = sizes(free);
    int[] bySize = new int[RESERVED + 2];
    for (int size : sizes) {
      bySize[size]++;
    }
    bySize[0] = 0;
    shorten(bySize);
    System.arraycopy(bySize, 1, counts, 0, counts.length);
    symbols = ordered(sizes);
    number();
  }

  int[] counts() {
    return counts;
  }

  byte[] symbols() {
    return symbols;
  }

  int code(int symbol) {
    return codes[symbol];
  }

  /// Length of a symbol's code, 0 if it has none.
  int length(int symbol) {
    return lengths[symbol];
  }

  /// Joins the two rarest groups of symbols, again and again; each joining costs its members a bit.
  private static int[] sizes(int[] frequencies) {
    int[] sizes = new int[frequencies.length];
    int[] next = new int[frequencies.length];
    Arrays.fill(next, -1);
    while (true) {
      int rarest = rarest(frequencies, -1);
      int second = rarest(frequencies, rarest);
      if (second < 0) {
        return sizes;
      }
      frequencies[rarest] += frequencies[second];
      frequencies[second] = 0;
      int member = rarest;
      sizes[member]++;
      while (next[member] >= 0) {
        member = next[member];
        sizes[member]++;
      }
      next[member] = second;
      for (member = second; member >= 0; member = next[member]) {
        sizes[member]++;
      }
    }
  }

  /// The least frequent symbol but `except`, the last of equals; -1 if there is none.
  private static int rarest(int[] frequencies, int except) {
    int rarest = -1;
    for (int i = 0; i < frequencies.length; i++) {
      boolean candidate = frequencies[i] > 0 && i != except;
      if (candidate && (rarest < 0 || frequencies[i] <= frequencies[rarest])) {
        rarest = i;
      }
    }
    return rarest;
  }

  /// Moves codes longer than 16 bits up, a pair at a time, then takes the reserved one away.
  private static void shorten(int[] bySize) {
    for (int size = bySize.length - 1; size > WsqHuffman.LENGTHS; size--) {
      while (bySize[size] > 0) {
        int shorter = size - 2;
        while (bySize[shorter] == 0) {
          shorter--;
        }
        bySize[size] -= 2;
        bySize[size - 1]++;
        bySize[shorter + 1] += 2;
        bySize[shorter]--;
      }
    }
    int longest = WsqHuffman.LENGTHS;
    while (longest > 0 && bySize[longest] == 0) {
      longest--;
    }
    bySize[longest]--;
  }

  private static byte[] ordered(int[] sizes) {
    byte[] ordered = new byte[WsqHuffman.SYMBOLS_MAX];
    int count = 0;
    for (int size = 1; size < sizes.length; size++) {
      for (int symbol = 0; symbol < WsqHuffman.SYMBOLS_MAX; symbol++) {
        if (sizes[symbol] == size) {
          ordered[count++] = (byte) symbol;
        }
      }
    }
    return Arrays.copyOf(ordered, count);
  }

  private void number() {
    int code = 0;
    int place = 0;
    for (int length = 1; length <= WsqHuffman.LENGTHS; length++) {
      for (int i = 0; i < counts[length - 1]; i++) {
        int symbol = symbols[place++] & 0xFF;
        codes[symbol] = code++;
        lengths[symbol] = length;
      }
      code <<= 1;
    }
  }
}
