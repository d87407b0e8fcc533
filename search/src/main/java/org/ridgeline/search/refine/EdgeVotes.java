package org.ridgeline.search.refine;

import java.util.Arrays;
import org.ridgeline.search.gallery.PackedMinutiae;

/// How much the edges around two minutiae say that these are one: each two edges alike vote for
/// their first minutiae and for their second.
///
/// Edges are alike if they are as long and make the same angles with both their minutiae, within
/// tolerances by their mean length, so that it does not matter which print is asked. Whole numbers,
/// so neither does the order.
/// - **Unit** 4 to 28 a vote; mates have 100 and more
final class EdgeVotes {
  private static final float LENGTH_TOLERANCE = 5;
  private static final float LENGTH_SHARE = 0.08f;

  /// What a bin's length may lie off by, beyond the tolerance by the other edge's length.
  private static final float MEAN_LENGTH = 1.1f;

  private static final float ANGLE_TOLERANCE = 18;

  /// The shorter an edge, the more it turns when an end lies off: by four pixels and more.
  private static final float ANGLE_PX = 300;

  private final int[] votes = new int[ReadyMinutiae.MOST * ReadyMinutiae.MOST];
  private int columns;

  /// Lets all edges of two prints vote.
  void count(ReadyMinutiae one, ReadyMinutiae other) {
    columns = other.count;
    Arrays.fill(votes, 0, one.count * columns, 0);
    for (int edge = 0; edge < one.edges.count; edge++) {
      float length = one.edges.length[edge];
      float reach = MEAN_LENGTH * lengthTolerance(length);
      for (int step = -1; step <= 1; step++) {
        int angle = one.edges.first[edge] + step * ReadyMinutiae.ANGLE_STEP;
        vote(
            one.edges,
            edge,
            other,
            other.from(angle, length - reach),
            other.to(angle, length + reach));
      }
    }
  }

  private void vote(Edges edges, int edge, ReadyMinutiae other, int from, int to) {
    Edges others = other.edges;
    for (int at = from; at < to; at++) {
      int like = other.edge(at);
      int turned = apart(edges.second[edge], others.second[like]);
      if (turned > ReadyMinutiae.ANGLE_STEP) {
        continue;
      }
      float mean = (edges.length[edge] + others.length[like]) / 2;
      float length = Math.abs(edges.length[edge] - others.length[like]) / lengthTolerance(mean);
      float tolerance = angleTolerance(mean);
      float first = apart(edges.first[edge], others.first[like]) / tolerance;
      float second = turned / tolerance;
      if (length <= 1 && first <= 1 && second <= 1) {
        int vote = 4 + (int) (8 * (1 - length) + 8 * (1 - first) + 8 * (1 - second));
        votes[edges.from[edge] * columns + others.from[like]] += vote;
        votes[edges.to[edge] * columns + others.to[like]] += vote;
      }
    }
  }

  private static float lengthTolerance(float length) {
    return LENGTH_TOLERANCE + LENGTH_SHARE * length;
  }

  private static float angleTolerance(float length) {
    float tolerance = ANGLE_TOLERANCE + ANGLE_PX / Math.max(1, length);
    return Math.min(ReadyMinutiae.ANGLE_STEP, tolerance);
  }

  /// Between two angles, 0..256.
  static int apart(int one, int other) {
    return Math.abs(PackedMinutiae.turned(other, one));
  }

  /// The votes for two minutiae, at most so many.
  int of(int one, int other, int most) {
    return Math.min(most, votes[one * columns + other]);
  }
}
