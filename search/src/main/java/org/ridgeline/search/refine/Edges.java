package org.ridgeline.search.refine;

import org.ridgeline.search.gallery.PackedMinutiae;

/// The edges from each minutia of a finger to its nearest neighbours.
/// - **Unit** pixels at 500 ppi; angles in 1/512 of a turn, 0..511
final class Edges {
  static final int LENGTH_MAX = 80;
  static final int NEIGHBOURS = 8;

  private static final int REACH = LENGTH_MAX;
  private static final int SIDE = 2 * REACH + 1;
  private static final short[] DIRECTION = new short[SIDE * SIDE];
  private static final float[] LENGTH = new float[REACH * REACH + 1];

  static {
    for (int dy = -REACH; dy <= REACH; dy++) {
      for (int dx = -REACH; dx <= REACH; dx++) {
        double turns = StrictMath.atan2(dy, dx) / (2 * StrictMath.PI);
        DIRECTION[(dy + REACH) * SIDE + dx + REACH] = (short) (StrictMath.round(turns * 512) & 511);
      }
    }
    for (int square = 0; square < LENGTH.length; square++) {
      LENGTH[square] = (float) StrictMath.sqrt(square);
    }
  }

  int count;
  final int[] from = new int[PackedMinutiae.MINUTIAE_MAX * NEIGHBOURS];
  final int[] to = new int[from.length];
  final float[] length = new float[from.length];

  /// Where the edge goes.
  final int[] direction = new int[from.length];

  /// Where the edge goes, seen from its first minutia.
  final int[] first = new int[from.length];

  /// Where its second minutia points, seen along the edge.
  final int[] second = new int[from.length];

  private final int[] nearest = new int[NEIGHBOURS];

  /// Finds the edges to the `neighbours` nearest, none longer than [#LENGTH_MAX].
  void find(int[] packed, int minutiae, int neighbours) {
    count = 0;
    for (int i = 0; i < minutiae; i++) {
      int x = PackedMinutiae.x(packed[i]);
      int y = PackedMinutiae.y(packed[i]);
      int near = nearest(packed, minutiae, i, neighbours);
      for (int k = 0; k < near; k++) {
        int other = packed[nearest[k] & 0xFF];
        int dx = PackedMinutiae.x(other) - x;
        int dy = PackedMinutiae.y(other) - y;
        int along = DIRECTION[(dy + REACH) * SIDE + dx + REACH];
        from[count] = i;
        to[count] = nearest[k] & 0xFF;
        length[count] = LENGTH[nearest[k] >> 8];
        direction[count] = along;
        first[count] = along - PackedMinutiae.turn(packed[i]) & 511;
        second[count++] = PackedMinutiae.turn(other) - along & 511;
      }
    }
  }

  /// Keeps the nearest in order, as squared distance and number in one word. Minutiae come from
  /// left to right, so looking ends where the distance across alone is too large.
  private int nearest(int[] packed, int minutiae, int i, int neighbours) {
    int kept = 0;
    int limit = REACH * REACH << 8 | 0xFF;
    int x = PackedMinutiae.x(packed[i]);
    int y = PackedMinutiae.y(packed[i]);
    for (int step = -1; step <= 1; step += 2) {
      for (int j = i + step; j >= 0 && j < minutiae; j += step) {
        int dx = PackedMinutiae.x(packed[j]) - x;
        if (dx * dx > limit >> 8) {
          break;
        }
        int dy = PackedMinutiae.y(packed[j]) - y;
        int word = dx * dx + dy * dy << 8 | j;
        if (word <= limit) {
          kept = keep(word, kept, neighbours);
          limit = kept == neighbours ? nearest[kept - 1] : limit;
        }
      }
    }
    return kept;
  }

  private int keep(int word, int kept, int neighbours) {
    int at = kept < neighbours ? kept : kept - 1;
    while (at > 0 && nearest[at - 1] > word) {
      nearest[at] = nearest[at - 1];
      at--;
    }
    nearest[at] = word;
    return Math.min(kept + 1, neighbours);
  }
}
