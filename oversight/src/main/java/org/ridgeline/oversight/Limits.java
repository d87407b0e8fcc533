package org.ridgeline.oversight;

/// Numbers that bound what oversight does; docs/limits.md says why each is what it is.
public final class Limits {
  /// Facts read at once.
  public static final int FACTS_AT_ONCE_MAX = 10_000;

  /// Facts after which what they came to is written, with one transaction.
  public static final int FACTS_OF_A_STRIDE_MAX = 500_000;

  /// Rows of counts written with one statement.
  public static final int ROWS_AT_ONCE_MAX = 20_000;

  /// Characters kept of why a fact cannot be read.
  public static final int WHY_CHARS_MAX = 300;

  /// Pseudonyms kept, so that those of one thing's facts are made once.
  public static final int PSEUDONYMS_KEPT_MAX = 20_000;

  private Limits() {}
}
