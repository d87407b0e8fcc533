package org.ridgeline.codec.image;

/// Turns bin indices into symbols: a run of zeros is one symbol, so is a small index; larger ones
/// are escapes with eight or sixteen bits after them.
/// - **Source** IAFIS-IC-0110 section 3.1, table 8
final class WsqRuns {
  private static final int INDEX_MAX = 74;
  private static final int INDEX_MIN = -73;
  private static final int EIGHT_BITS_MAX = 0xFF;
  private static final int SIXTEEN_BITS_MAX = 0xFFFF;

  private WsqRuns() {}

  /// Takes symbols in order; `bits` of `operand` follow the symbol's code.
  interface Sink {
    void symbol(int symbol, int operand, int bits);
  }

  static void walk(short[] bins, int from, int to, Sink sink) {
    int at = from;
    while (at < to) {
      int index = bins[at];
      if (index != 0) {
        index(index, sink);
        at++;
        continue;
      }
      int end = at + 1;
      int most = (int) Math.min(to, (long) at + SIXTEEN_BITS_MAX);
      while (end < most && bins[end] == 0) {
        end++;
      }
      run(end - at, sink);
      at = end;
    }
  }

  private static void index(int index, Sink sink) {
    int size = Math.abs(index);
    if (index >= INDEX_MIN && index <= INDEX_MAX) {
      sink.symbol(index + WsqHuffman.INDEX_ZERO, 0, 0);
    } else if (size <= EIGHT_BITS_MAX) {
      boolean positive = index > 0;
      int escape = positive ? WsqHuffman.ESCAPE_POSITIVE_8 : WsqHuffman.ESCAPE_NEGATIVE_8;
      sink.symbol(escape, size, 8);
    } else {
      boolean positive = index > 0;
      int escape = positive ? WsqHuffman.ESCAPE_POSITIVE_16 : WsqHuffman.ESCAPE_NEGATIVE_16;
      sink.symbol(escape, size, 16);
    }
  }

  private static void run(int length, Sink sink) {
    if (length <= WsqHuffman.RUN_MAX) {
      sink.symbol(length, 0, 0);
    } else if (length <= EIGHT_BITS_MAX) {
      sink.symbol(WsqHuffman.ESCAPE_RUN_8, length, 8);
    } else {
      sink.symbol(WsqHuffman.ESCAPE_RUN_16, length, 16);
    }
  }
}
