package org.ridgeline.search.gallery;

import java.util.List;

/// What a gallery holds at one moment, for one search.
///
/// What is added later is not in it. What is removed later disappears from it, too, unless the
/// segment has been rewritten by a compaction in between. It stays readable for as long as it is
/// kept, even when the gallery is closed.
/// - **Shape** `encounters`: how many are live; `upTo`: the last change of the owner that is in
public record Snapshot(List<Segment> segments, int encounters, long upTo) {
  public Snapshot {
    segments = List.copyOf(segments);
  }
}
