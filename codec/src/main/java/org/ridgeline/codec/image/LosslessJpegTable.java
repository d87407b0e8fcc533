package org.ridgeline.codec.image;

/// A Huffman table of a lossless JPEG: codes of up to 16 bits for the sizes of differences.
/// - **Source** ISO/IEC 10918-1 annex C, F.2.2.3, H.1.2.2
final class LosslessJpegTable {
  /// Longest code in bits.
  static final int LENGTHS = 16;

  private static final int SIZES_MAX = 17;

  /// By length: the first code, how many codes there are, and where their values begin.
  private final int[] firsts = new int[LENGTHS];

  private final int[] counts = new int[LENGTHS];
  private final int[] begins = new int[LENGTHS];
  private final byte[] values;

  private LosslessJpegTable(byte[] values) {
    this.values = values;
  }

  /// A table whose lengths begin at `from`.
  static LosslessJpegTable read(byte[] data, int from, int end) throws ImageRefusal {
    int total = 0;
    for (int i = 0; i < LENGTHS && from + i < end; i++) {
      total += data[from + i] & 0xFF;
    }
    if (from + LENGTHS + total > end || total == 0) {
      throw ImageRefusal.unreadable(from, "a Huffman table within its segment", total + " codes");
    }
    LosslessJpegTable table = new LosslessJpegTable(new byte[total]);
    System.arraycopy(data, from + LENGTHS, table.values, 0, total);
    int code = 0;
    int begin = 0;
    for (int i = 0; i < LENGTHS; i++) {
      table.firsts[i] = code;
      table.counts[i] = data[from + i] & 0xFF;
      table.begins[i] = begin;
      code += table.counts[i];
      begin += table.counts[i];
      if (code > 1 << i + 1) {
        throw ImageRefusal.unreadable(from + i, "codes that fit in " + (i + 1) + " bits", "more");
      }
      code <<= 1;
    }
    for (byte value : table.values) {
      if ((value & 0xFF) >= SIZES_MAX) {
        throw ImageRefusal.unreadable(
            from, "sizes of differences 0..16", String.valueOf(value & 0xFF));
      }
    }
    return table;
  }

  /// Bytes that the table takes in its segment.
  int bytes() {
    return LENGTHS + values.length;
  }

  /// The size of difference that a code of so many bits stands for; -1 where it stands for none.
  int size(int code, int bits) {
    int place = code - firsts[bits - 1];
    return place >= 0 && place < counts[bits - 1] ? values[begins[bits - 1] + place] : -1;
  }
}
