package org.ridgeline.oversight.disparity;

/// Numbers that bound one study; docs/limits.md says why each is what it is.
public final class Limits {
  /// Months of one study.
  public static final int MONTHS_MAX = 240;

  /// Groups that are compared; the largest are.
  public static final int GROUPS_MAX = 60;

  /// Benchmarks from files.
  public static final int BENCHMARKS_MAX = 8;

  /// Bytes of a benchmark's file.
  public static final int BENCHMARK_BYTES_MAX = 64 * 1024 * 1024;

  /// Units that a page's table lists in full.
  public static final int UNITS_LISTED_MAX = 60;

  /// Items that a page lists.
  public static final int ITEMS_SHOWN_MAX = 500;

  /// Characters of why an item is closed.
  public static final int REASON_CHARS_MAX = 2_000;

  private Limits() {}
}
