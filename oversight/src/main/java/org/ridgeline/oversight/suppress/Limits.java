package org.ridgeline.oversight.suppress;

/// Numbers that bound disclosure control; docs/limits.md says why each is what it is.
public final class Limits {
  /// Cells of one system.
  public static final int CELLS_MAX = 8_000_000;

  /// Cells of one equation.
  public static final int EQUATION_CELLS_MAX = 10_000;

  /// The value of a cell.
  public static final long VALUE_MAX = 1_000_000_000_000L;

  /// What hiding one cell may weigh.
  public static final int WEIGHT_MAX = 1_000_000;

  /// Smallest count of values that a hidden cell may keep.
  public static final int VALUES_MIN = 2;

  /// Largest count of values that a hidden cell may keep.
  public static final int VALUES_MAX = 1_000;

  /// Cells of one move.
  public static final int MOVE_CELLS_MAX = 1_000;

  /// Cells tried by the longest search for a move at one price.
  public static final int SEARCH_STEPS_MAX = 60_000;

  private Limits() {}
}
