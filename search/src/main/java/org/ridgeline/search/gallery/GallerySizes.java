package org.ridgeline.search.gallery;

/// How large the parts of a gallery may grow.
/// - **Shape** `segmentRows`: rows of a segment file, counts for a new gallery only; `entriesMax`:
///   rows of the gallery; `journalBytesMax`: bytes of journal before it is folded in
/// - **Limit** `segmentRows` a multiple of 512, 512..[Limits#SEGMENT_ROWS_MAX]; `entriesMax`
///   1..[Limits#ENTRIES_MAX]; `journalBytesMax` 1..[Limits#JOURNAL_BYTES_MAX]
/// - **Error** beyond: IllegalArgumentException
public record GallerySizes(int segmentRows, int entriesMax, long journalBytesMax) {
  /// The largest of everything.
  public static final GallerySizes STANDARD =
      new GallerySizes(Limits.SEGMENT_ROWS_MAX, Limits.ENTRIES_MAX, Limits.JOURNAL_BYTES_MAX);

  public GallerySizes {
    if (segmentRows < SegmentLayout.SUPERBLOCK_ROWS
        || segmentRows > Limits.SEGMENT_ROWS_MAX
        || segmentRows % SegmentLayout.SUPERBLOCK_ROWS != 0) {
      throw new IllegalArgumentException(
          "segmentRows="
              + segmentRows
              + " expected a multiple of 512, limit=512.."
              + Limits.SEGMENT_ROWS_MAX);
    }
    check("entriesMax", entriesMax, Limits.ENTRIES_MAX);
    check("journalBytesMax", journalBytesMax, Limits.JOURNAL_BYTES_MAX);
  }

  private static void check(String name, long value, long max) {
    if (value < 1 || value > max) {
      throw new IllegalArgumentException(name + "=" + value + " limit=1.." + max);
    }
  }
}
