/// Who is searched: the encounters of one repository, in memory-mapped files of its own.
///
/// - **Layout** `StoredGallery` is a folder of segments (`SegmentFile`, read as `Segment`), a
///   journal of what they may lack (`Journal`, `Batch`) and a manifest (`Manifest`). A segment
///   holds, each in a region of its own: codes, the signs of signatures, eight rows side by side
///   for the scan; masks and ids; rows with signatures; minutiae. docs/gallery-format.md has every
///   byte
/// - **Change** journal, forced; then the mapped pages; then a new `Snapshot` for searches
/// - **Crash** the journal is done again; what it does not name must agree with its checksums
/// - **Removal** overwritten with zeros in place; `Compaction` wins back the room
@NullMarked
package org.ridgeline.search.gallery;

import org.jspecify.annotations.NullMarked;
