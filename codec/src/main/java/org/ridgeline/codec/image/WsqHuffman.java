package org.ridgeline.codec.image;

import java.util.Arrays;
import java.util.Optional;

/// Decodes one Huffman table's codes by looking up twelve bits at once; longer codes, which are
/// rare, by their length's range.
/// - **Shape** symbols 1..100 runs of zeros, 101..106 escapes, 107..254 bin index + 180
/// - **Source** IAFIS-IC-0110 section 3 and table 7 (DHT); ISO/IEC 10918-1 annex C (code order)
final class WsqHuffman {
  static final int LENGTHS = 16;
  static final int SYMBOLS_MAX = 256;
  static final int RUN_MAX = 100;
  static final int ESCAPE_POSITIVE_8 = 101;
  static final int ESCAPE_NEGATIVE_8 = 102;
  static final int ESCAPE_POSITIVE_16 = 103;
  static final int ESCAPE_NEGATIVE_16 = 104;
  static final int ESCAPE_RUN_8 = 105;
  static final int ESCAPE_RUN_16 = 106;
  static final int INDEX_ZERO = 180;
  static final int SYMBOL_MAX = 254;

  private static final int DIRECT_BITS = 12;

  /// Entry: symbol << 8 | code length; 0 where no code of up to twelve bits begins so.
  private final int[] direct = new int[1 << DIRECT_BITS];

  /// First 16-bit window that is too large for a code of each length.
  private final int[] limits = new int[LENGTHS + 1];

  /// What to add to a code of each length to have its place in `symbols`.
  private final int[] bases = new int[LENGTHS + 1];

  private final byte[] symbols;

  /// Symbols that mean nothing become 0, which decoding refuses if such a code occurs.
  private WsqHuffman(byte[] symbols) {
    this.symbols = symbols;
    for (int i = 0; i < symbols.length; i++) {
      if ((symbols[i] & 0xFF) > SYMBOL_MAX) {
        symbols[i] = 0;
      }
    }
  }

  /// Builds the table from the number of codes of each length, 1..16, and the symbols in order.
  /// - **Error** more codes than the lengths have room for: empty
  static Optional<WsqHuffman> of(int[] counts, byte[] symbols) {
    WsqHuffman table = new WsqHuffman(symbols.clone());
    int code = 0;
    int place = 0;
    for (int length = 1; length <= LENGTHS; length++) {
      int count = counts[length - 1];
      code <<= 1;
      table.bases[length] = place - code;
      if (code + count > 1 << length) {
        return Optional.empty();
      }
      if (length <= DIRECT_BITS) {
        table.fillDirect(length, code, place, count);
      }
      code += count;
      place += count;
      table.limits[length] = code << LENGTHS - length;
    }
    return Optional.of(table);
  }

  private void fillDirect(int length, int firstCode, int firstPlace, int count) {
    int spread = 1 << DIRECT_BITS - length;
    for (int i = 0; i < count; i++) {
      int entry = (symbols[firstPlace + i] & 0xFF) << 8 | length;
      int from = (firstCode + i) * spread;
      Arrays.fill(direct, from, from + spread, entry);
    }
  }

  /// The symbol << 8 | code length that begins a window of 16 bits, 0 if no code does.
  int find(int window) {
    int entry = direct[window >>> LENGTHS - DIRECT_BITS];
    return entry != 0 ? entry : findLong(window);
  }

  private int findLong(int window) {
    for (int length = DIRECT_BITS + 1; length <= LENGTHS; length++) {
      if (window < limits[length]) {
        int place = bases[length] + (window >>> LENGTHS - length);
        return (symbols[place] & 0xFF) << 8 | length;
      }
    }
    return 0;
  }
}
