package org.ridgeline.codec.jpeg2000;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The packet headers that the main header holds for all tile parts.
/// - **Shape** the segments' contents, put together in the order of their numbers, are a length of
///   four bytes and as many bytes of headers for each tile part in turn
/// - **Source** ISO/IEC 15444-1 A.7.4
final class PackedHeaders {
  private final TreeMap<Integer, int[]> places = new TreeMap<>();
  private byte @Nullable [] all;
  private int at;

  boolean isEmpty() {
    return places.isEmpty();
  }

  /// Takes a segment up whose contents are the bytes `from` up to `to`, a number first.
  void take(byte[] data, int from, int to) throws Jpeg2000Refusal {
    if (from == to || places.put(data[from] & 0xFF, new int[] {from + 1, to}) != null) {
      throw Jpeg2000Refusal.unreadable(from, "packed headers of another number", "none or again");
    }
  }

  /// Gives the headers of the next tile part to its tile.
  void give(byte[] data, TileParts tile) throws Jpeg2000Refusal {
    byte[] joined = all;
    if (joined == null) {
      joined = joined(data);
      all = joined;
    }
    Segment segment = new Segment(joined, at, joined.length);
    long length = segment.uint32();
    if (length > segment.left()) {
      throw Jpeg2000Refusal.unreadable(
          -1, length + " bytes of packed headers", segment.left() + " bytes");
    }
    at = segment.at() + (int) length;
    tile.addPackedHeaders(joined, segment.at(), at);
  }

  private byte[] joined(byte[] data) {
    byte[] joined = new byte[places.values().stream().mapToInt(p -> p[1] - p[0]).sum()];
    int filled = 0;
    for (Map.Entry<Integer, int[]> place : places.entrySet()) {
      int from = place.getValue()[0];
      int length = place.getValue()[1] - from;
      System.arraycopy(data, from, joined, filled, length);
      filled += length;
    }
    return joined;
  }
}
