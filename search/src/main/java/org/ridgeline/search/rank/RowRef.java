package org.ridgeline.search.rank;

/// A row of a gallery in a word, to sort by: a key in the upper bits, segment and row below.
/// - **Limit** 65,536 segments of 16,777,216 rows; keys 0..8,388,607
final class RowRef {
  private static final int ROW_BITS = 24;
  private static final int SEGMENT_BITS = 16;

  /// Added to a score to make a key that is never negative.
  private static final int SCORE_ZERO = 1 << 22;

  private RowRef() {}

  static long of(int key, int segment, int row) {
    return (long) key << SEGMENT_BITS + ROW_BITS | (long) segment << ROW_BITS | row;
  }

  /// The same row, to be sorted by a score, the best first.
  static long best(int score, long ref) {
    return of(SCORE_ZERO - score, segment(ref), row(ref));
  }

  static int key(long ref) {
    return (int) (ref >>> SEGMENT_BITS + ROW_BITS);
  }

  static int score(long ref) {
    return SCORE_ZERO - key(ref);
  }

  static int segment(long ref) {
    return (int) (ref >>> ROW_BITS) & (1 << SEGMENT_BITS) - 1;
  }

  static int row(long ref) {
    return (int) ref & (1 << ROW_BITS) - 1;
  }
}
