package org.ridgeline.search.gallery;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.util.List;

/// Writes the live rows of neighbouring segments, which fit into one, to a new file.
final class Compaction {
  private Compaction() {}

  /// Does the first run of segments from `from` on that is worth it. Returns where to look next, or
  /// -1 when there is none.
  static int run(GalleryFiles files, int from) throws IOException {
    List<SegmentFile> segments = files.segments();
    for (int first = from; first < segments.size(); first++) {
      int behind = first + 1;
      int live = segments.get(first).live();
      while (behind < segments.size()
          && live + segments.get(behind).live() <= files.layout().rows()) {
        live += segments.get(behind++).live();
      }
      if (behind > first + 1 || isWorn(segments.get(first))) {
        rewrite(files, first, behind);
        return live == 0 ? first : first + 1;
      }
    }
    return -1;
  }

  private static boolean isWorn(SegmentFile segment) {
    int removed = segment.count() - segment.live();
    return removed > 0 && removed >= segment.count() / Limits.REMOVED_ONE_IN;
  }

  private static void rewrite(GalleryFiles files, int from, int to) throws IOException {
    SegmentFile written = files.createSegment();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment row = arena.allocate((long) RowFormat.BYTES + RowFormat.MINUTIAE_BYTES_MAX, 8);
      for (SegmentFile segment : files.segments().subList(from, to)) {
        for (int i = 0; i < segment.count(); i++) {
          if (segment.isLive(i)) {
            segment.copy(i, row);
            long heapOffset = written.heapBytes();
            RowFormat.put(
                row, 0, new RowFormat.Place(written.number(), written.count(), heapOffset));
            written.reserve(written.count() + 1, heapOffset + RowFormat.minutiaeBytes(row, 0));
            written.place(row, 0);
          }
        }
      }
    } catch (IOException | RuntimeException e) {
      written.close();
      Files.delete(written.path());
      throw e;
    }
    files.replace(from, to, written);
  }
}
