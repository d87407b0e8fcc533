package org.ridgeline.search.refine;

import java.util.Arrays;
import org.ridgeline.search.gallery.PackedMinutiae;

/// A finger's minutiae laid out for [MinutiaeComparison], made once and compared often.
/// - **Shape** minutiae in ascending order of their words, so from left to right; edges in bins of
///   the angle that their first minutia makes with them, and within of length
/// - **Unit** pixels at 500 ppi; `turn` in 1/512 of a turn, 0..511
public final class ReadyMinutiae {
  static final int MOST = PackedMinutiae.MINUTIAE_MAX;

  /// Width of a bin of angles: the most that edges alike may differ by.
  static final int ANGLE_STEP = 32;

  private static final int LENGTH_STEP = 4;
  private static final int LENGTHS = Edges.LENGTH_MAX / LENGTH_STEP + 1;
  private static final int ANGLES = 512 / ANGLE_STEP;

  int count;
  final float[] x = new float[MOST];
  final float[] y = new float[MOST];
  final int[] turn = new int[MOST];
  final Edges edges = new Edges();
  final Hull hull = new Hull();
  private final int[] words = new int[MOST];
  private final int[] starts = new int[LENGTHS * ANGLES + 1];
  private final int[] binned = new int[edges.from.length];

  ReadyMinutiae() {}

  /// Packed minutiae made ready.
  /// - **Error** more than [PackedMinutiae#MINUTIAE_MAX]: IllegalArgumentException
  public static ReadyMinutiae of(int[] packed) {
    ReadyMinutiae ready = new ReadyMinutiae();
    ready.lay(packed, packed.length);
    return ready;
  }

  /// Lays out other minutiae instead.
  void lay(int[] packed, int minutiae) {
    if (minutiae > MOST) {
      throw new IllegalArgumentException("minutiae=" + minutiae + " limit=0.." + MOST);
    }
    count = minutiae;
    System.arraycopy(packed, 0, words, 0, minutiae);
    for (int i = 0; i < minutiae; i++) {
      x[i] = PackedMinutiae.x(packed[i]);
      y[i] = PackedMinutiae.y(packed[i]);
      turn[i] = PackedMinutiae.turn(packed[i]);
    }
    edges.find(packed, minutiae, Edges.NEIGHBOURS);
    sortEdges();
    hull.around(x, y, minutiae);
  }

  /// By counting: first how many each bin has, then each edge into its bin, the last first.
  private void sortEdges() {
    Arrays.fill(starts, 0);
    for (int edge = 0; edge < edges.count; edge++) {
      starts[binOf(edge)]++;
    }
    for (int bin = 1; bin < starts.length; bin++) {
      starts[bin] += starts[bin - 1];
    }
    for (int edge = edges.count - 1; edge >= 0; edge--) {
      binned[--starts[binOf(edge)]] = edge;
    }
  }

  private int binOf(int edge) {
    return bin(edges.first[edge], edges.length[edge]);
  }

  private static int bin(int angle, float length) {
    int lengthBin = Math.clamp((int) (length / LENGTH_STEP), 0, LENGTHS - 1);
    return (angle & 511) / ANGLE_STEP * LENGTHS + lengthBin;
  }

  /// Where the edges begin that are of an angle's bin and at least so long, more or less.
  int from(int angle, float length) {
    return starts[bin(angle, length)];
  }

  /// Where those end that are of an angle's bin and at most so long.
  int to(int angle, float length) {
    return starts[bin(angle, length) + 1];
  }

  int edge(int at) {
    return binned[at];
  }

  /// The first minutia that does not lie left of a place.
  int firstFrom(float left) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (x[middle] < left) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// Whether this one is laid on the other, rather than the other on it: that with fewer minutiae
  /// is; of equals, the one whose words come first, so that the same two are always taken the same
  /// way.
  boolean isLaidOn(ReadyMinutiae other) {
    if (count != other.count) {
      return count < other.count;
    }
    return Arrays.compare(words, 0, count, other.words, 0, count) <= 0;
  }
}
