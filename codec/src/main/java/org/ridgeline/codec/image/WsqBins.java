package org.ridgeline.codec.image;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Collects the bin indices of a WSQ file, block by block, in coded order.
///
/// Indices beyond 16 bits of sign and size are cut to that; no encoder's arithmetic makes them.
/// - **Limit** the number of samples that the quantisation table leaves coded
/// - **Source** IAFIS-IC-0110 section 3 (run-length and Huffman coding)
final class WsqBins {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final int[] blockEnds;
  private final short[] indices;
  private int count;

  WsqBins(int[] blockEnds) {
    this.blockEnds = blockEnds.clone();
    indices = new short[blockEnds[blockEnds.length - 1]];
  }

  /// The indices, in coded order; what is not read yet is zero.
  short[] indices() {
    return indices;
  }

  int count() {
    return count;
  }

  /// Reads one block of entropy-coded data that ends at the next marker.
  ///
  /// @return the place of that marker, or of the end of the data
  int read(byte[] data, int from, WsqHuffman table) throws ImageRefusal {
    int end = markerAt(data, from);
    byte[] bits = new byte[end - from + Long.BYTES];
    int length = unstuff(data, from, end, bits);
    long bitsEnd = 8L * length;
    long at = 0;
    while (at < bitsEnd && !isPadding(bitsEnd - at)) {
      long window = (long) LONG.get(bits, (int) (at >>> 3)) << (at & 7);
      int entry = table.find((int) (window >>> 48));
      int codeBits = entry & 0xFF;
      if (entry == 0 || at + codeBits > bitsEnd) {
        checkPadding(data, from, end, bitsEnd - at);
        return end;
      }
      int symbol = entry >>> 8;
      at += codeBits;
      if (symbol > WsqHuffman.ESCAPE_RUN_16) {
        put(symbol - WsqHuffman.INDEX_ZERO, from);
      } else if (symbol == 0) {
        throw ImageRefusal.unreadable(from, "symbols 1..254", "another");
      } else if (symbol <= WsqHuffman.RUN_MAX) {
        skip(symbol, from);
      } else {
        at += escape(symbol, window << codeBits, from);
      }
    }
    return end;
  }

  /// Takes an escape's operand and gives its length in bits.
  private int escape(int symbol, long window, int offset) throws ImageRefusal {
    int eight = (int) (window >>> 56);
    int sixteen = (int) (window >>> 48);
    switch (symbol) {
      case WsqHuffman.ESCAPE_POSITIVE_8 -> put(eight, offset);
      case WsqHuffman.ESCAPE_NEGATIVE_8 -> put(-eight, offset);
      case WsqHuffman.ESCAPE_POSITIVE_16 -> put(Math.min(sixteen, Short.MAX_VALUE), offset);
      case WsqHuffman.ESCAPE_NEGATIVE_16 -> put(-Math.min(sixteen, Short.MAX_VALUE), offset);
      case WsqHuffman.ESCAPE_RUN_8 -> skip(eight, offset);
      default -> skip(sixteen, offset);
    }
    boolean isLong =
        symbol == WsqHuffman.ESCAPE_POSITIVE_16
            || symbol == WsqHuffman.ESCAPE_NEGATIVE_16
            || symbol == WsqHuffman.ESCAPE_RUN_16;
    return isLong ? 16 : 8;
  }

  private void put(int index, int offset) throws ImageRefusal {
    if (count >= indices.length) {
      throw overflow(offset);
    }
    indices[count++] = (short) index;
  }

  private void skip(int run, int offset) throws ImageRefusal {
    if (run > indices.length - count) {
      throw overflow(offset);
    }
    count += run;
  }

  private ImageRefusal overflow(int offset) {
    return ImageRefusal.unreadable(
        offset, indices.length + " samples in all blocks", "a block that holds more");
  }

  /// After a block's last sample, less than a byte fills the byte up, whatever its bits: the
  /// standard has ones there, which begin no code, but zeros occur, and they would.
  private boolean isPadding(long bitsLeft) {
    if (bitsLeft >= 8) {
      return false;
    }
    for (int end : blockEnds) {
      if (count == end) {
        return true;
      }
    }
    return false;
  }

  /// A block ends on a byte: fewer than eight bits may be left, and they begin no code.
  private static void checkPadding(byte[] data, int from, int end, long bitsLeft)
      throws ImageRefusal {
    boolean cut = end >= data.length;
    if (bitsLeft >= 8 && !cut) {
      throw ImageRefusal.unreadable(from, "Huffman codes of the block's table", "another code");
    }
  }

  /// The next marker: 0xFF and a byte that is not zero (a zero is stuffed after a coded 0xFF).
  private static int markerAt(byte[] data, int from) {
    for (int i = from; i + 1 < data.length; i++) {
      if (data[i] == (byte) 0xFF && data[i + 1] != 0) {
        return i;
      }
    }
    return data.length;
  }

  private static int unstuff(byte[] data, int from, int end, byte[] bits) {
    int length = 0;
    for (int i = from; i < end; i++) {
      byte value = data[i];
      bits[length++] = value;
      if (value == (byte) 0xFF) {
        i++;
      }
    }
    return length;
  }
}
