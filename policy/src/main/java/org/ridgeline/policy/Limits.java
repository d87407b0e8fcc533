package org.ridgeline.policy;

/// Numbers that bound the priority policy; docs/limits.md says why each is what it is.
public final class Limits {
  /// Rows of a policy table.
  public static final int ROWS_MAX = 200;

  /// Characters of a policy table's text.
  public static final int TABLE_CHARS_MAX = 100_000;

  /// Convictions a row may ask for.
  public static final int COUNT_MAX = 20;

  /// Other factors of one case.
  public static final int FACTORS_MAX = 20;

  /// Days until a gang claim must have been reviewed again.
  public static final int GANG_CLAIM_DAYS_MAX = 180;

  /// Days until any other factor must have been looked at again.
  public static final int FACTOR_DAYS_MAX = 366;

  /// Cases of one replay.
  public static final int REPLAY_CASES_MAX = 100_000;

  private Limits() {}
}
