package org.ridgeline.casework.verification;

/// Numbers that bound verification; docs/limits.md says why each is what it is.
public final class Limits {
  /// Longest side of a plate, in pixels at 500 ppi.
  public static final int PLATE_SIDE_PX_MAX = 2000;

  /// Marks, and ridge lines, of one verdict.
  public static final int MARKS_MAX = 300;

  /// Ridges across a line.
  public static final int RIDGES_MAX = 200;

  /// Characters of a note or reason.
  public static final int NOTE_CHARS_MAX = 2000;

  /// Waiting comparisons among which the next is drawn.
  public static final int DRAWN_AMONG_MAX = 20;

  /// Comparisons whose prints are read in one go, to be opened together.
  public static final int PREPARED_AT_ONCE_MAX = 50;

  /// Tries to read a pair's prints before it is called unreadable.
  public static final int READ_TRIES_MAX = 5;

  /// Settled conflicts on the supervisors' page.
  public static final int REVIEWS_SHOWN_MAX = 50;

  /// Days after which the prints of a settled conflict are erased here.
  public static final int REVIEW_DAYS = 7;

  private Limits() {}
}
