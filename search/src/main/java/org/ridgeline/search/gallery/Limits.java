package org.ridgeline.search.gallery;

/// Numbers that bound a gallery; docs/limits.md says why each is what it is.
public final class Limits {
  /// Most rows of a gallery. Removed ones count until a compaction takes them away, and all
  /// segments but the last count as full.
  public static final int ENTRIES_MAX = 1 << 24;

  /// Most rows of one segment file.
  public static final int SEGMENT_ROWS_MAX = 65_536;

  /// Most entries, and most removals, of one batch.
  public static final int BATCH_MAX = 8192;

  /// A journal longer than this is folded into the segments before the next change.
  public static final long JOURNAL_BYTES_MAX = 64L << 20;

  /// A segment is rewritten by a compaction when at least one of so many rows is a removed one.
  public static final int REMOVED_ONE_IN = 16;

  private Limits() {}
}
