package org.ridgeline.search.gallery;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.ridgeline.search.parallel.Workers;

/// The encounters of one repository that a search compares with, in memory-mapped files of its own.
///
/// A change is on the disk when the method that makes it returns; all of it happens or nothing,
/// also when the program or the machine dies in the middle. Searches take [#snapshot()] and never
/// wait; changes wait for each other. A change that the gallery has already seen does nothing, so
/// that an owner who is not sure may send it again.
/// - **Shape** a folder; docs/gallery-format.md
/// - **Unit** 178 bytes an encounter that searching wants in memory ([#bytesCodes()]); with rows
///   and minutiae about 5.5 kB on the disk
/// - **Limit** [GallerySizes]
/// - **Error** a damaged file: [DamagedGalleryException]; disk trouble: UncheckedIOException, and
///   where it is not known how much reached the disk, IllegalStateException until opened anew
public final class StoredGallery implements Closeable {
  private static final Comparator<StoredEntry> BY_CHANGE =
      Comparator.comparingLong(StoredEntry::change);

  private final Path folder;
  private final GallerySizes sizes;
  private final GalleryFiles files;
  private List<EncounterIndex> index = List.of();
  private volatile Snapshot snapshot;
  private boolean isClosed;

  /// How many encounters a change took out and put in.
  public record Changed(int removed, int added) {}

  private StoredGallery(Path folder, GallerySizes sizes, GalleryFiles files) {
    this.folder = folder;
    this.sizes = sizes;
    this.files = files;
    snapshot = view();
  }

  /// Whether a folder holds a gallery.
  public static boolean isThere(Path folder) {
    return GalleryFiles.isThere(folder);
  }

  /// Opens the gallery of a folder, making both where there is none.
  /// - **Shape** `owner`: names the database that this gallery follows; another owner's gallery is
  ///   refused
  /// - **Error** open already: [GalleryInUseException]; another owner's, or another version's:
  ///   IllegalStateException; damaged: [DamagedGalleryException]
  public static StoredGallery open(Path folder, UUID owner, GallerySizes sizes) {
    return open(folder, owner, sizes, Workers.ALONE);
  }

  /// The same, with workers to share the checking of what is there.
  public static StoredGallery open(Path folder, UUID owner, GallerySizes sizes, Workers workers) {
    try {
      return new StoredGallery(
          folder, sizes, GalleryFiles.open(folder, owner, sizes.segmentRows(), workers));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Deletes a gallery, damaged or not, so that a new one can be filled in its place.
  /// - **Error** open: [GalleryInUseException]
  public static void delete(Path folder) {
    try {
      GalleryFiles.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The gallery as it is now; see there what may still change in it.
  public Snapshot snapshot() {
    return snapshot;
  }

  /// Adds entries, and notes how far the gallery now reaches; see [#change(Set, List, long)].
  public int append(List<StoredEntry> added, long reaches) {
    return change(Set.of(), added, reaches).added();
  }

  /// Takes encounters out for good, and notes how far the gallery now reaches; those that are not
  /// in it do not matter. See [#change(Set, List, long)].
  public int remove(Set<UUID> encounterIds, long reaches) {
    return change(encounterIds, List.of(), reaches).removed();
  }

  /// Takes encounters out, then adds entries, and notes how far the gallery now reaches, in one.
  ///
  /// An entry whose change number the gallery has reached before is left out: it is in, or has been
  /// removed since. An entry with a newer number takes the place of one of the same encounter. What
  /// is taken out is overwritten with zeros where it lies; copies of it that the journal may hold
  /// go with [#checkpoint()] and [#compact()].
  /// - **Limit** [Limits#BATCH_MAX] of each; beyond: IllegalArgumentException. More rows than
  ///   [GallerySizes#entriesMax()]: IllegalStateException, and nothing happens
  public synchronized Changed change(Set<UUID> removed, List<StoredEntry> added, long reaches) {
    checkBatch("removed", removed);
    checkBatch("added", added);
    checkUsable();
    try {
      if (files.journalBytes() > sizes.journalBytesMax()) {
        files.checkpoint();
      }
      Change change = plan(removed, added, reaches);
      if (!change.isEmpty(files.upTo())) {
        apply(change);
      }
      return new Changed(change.erasures().size(), change.entries().size());
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /// Rows to erase and entries to write.
  private record Change(List<Erasure> erasures, List<StoredEntry> entries, long upTo) {
    boolean isEmpty(long reached) {
      return erasures.isEmpty() && entries.isEmpty() && upTo == reached;
    }
  }

  private Change plan(Set<UUID> removed, List<StoredEntry> added, long reaches) {
    long reached = files.upTo();
    List<StoredEntry> entries =
        added.stream().filter(entry -> entry.change() > reached).sorted(BY_CHANGE).toList();
    Set<UUID> out = new LinkedHashSet<>(removed);
    Set<UUID> in = new HashSet<>();
    long upTo = Math.max(reached, reaches);
    for (StoredEntry entry : entries) {
      if (!in.add(entry.encounterId())) {
        throw new IllegalArgumentException("encounterId=" + entry.encounterId() + " stands twice");
      }
      out.add(entry.encounterId());
      upTo = Math.max(upTo, entry.change());
    }
    List<Erasure> erasures = new ArrayList<>();
    for (UUID encounterId : out) {
      int ref = index().find(encounterId);
      if (ref >= 0) {
        erasures.add(segmentOf(ref).erasure(ref % files.layout().rows()));
      }
    }
    checkRoom(entries.size());
    return new Change(erasures, entries, upTo);
  }

  private SegmentFile segmentOf(int ref) {
    return files.segments().get(ref / files.layout().rows());
  }

  private void apply(Change change) throws IOException {
    List<StoredEntry> entries = change.entries();
    long minutiaeBytes = entries.stream().mapToLong(RowFormat::minutiaeBytes).sum();
    int erasures = change.erasures().size();
    List<int[]> refs = new ArrayList<>();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment bytes = arena.allocate(Batch.bytes(erasures, entries.size(), minutiaeBytes), 8);
      Batch batch = Batch.begin(bytes, change.upTo(), change.erasures(), entries.size());
      Rows rows = new Rows();
      long at = batch.rowsAt();
      for (StoredEntry entry : entries) {
        RowFormat.write(bytes, at, entry, rows.next(RowFormat.minutiaeBytes(entry)));
        at = batch.after(at);
        refs.add(new int[] {files.segments().size() - 1, rows.row - 1});
      }
      files.change(batch);
    }
    refs.forEach(ref -> index().add(ref[0], ref[1]));
    snapshot = view();
  }

  /// Hands out the next rows, with room made for them.
  private final class Rows {
    private List<SegmentFile> last = List.of();
    private int row;
    private long heapBytes;

    RowFormat.Place next(int minutiaeBytes) throws IOException {
      List<SegmentFile> segments = files.segments();
      if (last.isEmpty() && !segments.isEmpty()) {
        use(segments.getLast());
      }
      if (last.isEmpty() || row == files.layout().rows()) {
        use(files.addSegment());
      }
      RowFormat.Place place = new RowFormat.Place(last.getFirst().number(), row, heapBytes);
      row++;
      heapBytes += minutiaeBytes;
      last.getFirst().reserve(row, heapBytes);
      return place;
    }

    private void use(SegmentFile segment) {
      last = List.of(segment);
      row = segment.count();
      heapBytes = segment.heapBytes();
    }
  }

  private EncounterIndex index() {
    if (index.isEmpty()) {
      index = List.of(new EncounterIndex(files.segments(), files.layout().rows()));
    }
    return index.getFirst();
  }

  /// Forces all there is into the segments and begins a new journal: copies of removed entries that
  /// were in the old one are gone.
  public synchronized void checkpoint() {
    checkUsable();
    try {
      files.checkpoint();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /// Rewrites segments of which at least one row in [Limits#REMOVED_ONE_IN] is a removed one, and
  /// joins neighbours that fit into one; afterwards no file of the folder has a byte of anything
  /// removed before. Changes wait while one segment is written, searches never.
  public void compact() {
    checkpoint();
    int from = 0;
    while (from >= 0) {
      from = compactNext(from);
    }
  }

  /// Returns where to go on, or -1.
  private synchronized int compactNext(int from) {
    checkUsable();
    try {
      int next = Compaction.run(files, from);
      index = List.of();
      snapshot = view();
      return next;
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /// Bytes that every search reads: codes and masks of all rows.
  public long bytesCodes() {
    long rows = 0;
    for (Segment segment : snapshot.segments()) {
      rows += (long) SegmentLayout.superblocks(segment.count()) * SegmentLayout.SUPERBLOCK_ROWS;
    }
    return rows
        / SegmentLayout.SUPERBLOCK_ROWS
        * (SegmentLayout.CODE_BYTES + SegmentLayout.MASK_BYTES);
  }

  /// Bytes the files take of the disk.
  public synchronized long bytesOnDisk() {
    return files.bytesOnDisk();
  }

  /// Bytes that opening read to check them.
  long bytesVerified() {
    return files.bytesVerified();
  }

  private Snapshot view() {
    int encounters = 0;
    List<Segment> segments = new ArrayList<>();
    for (SegmentFile file : files.segments()) {
      encounters += file.live();
      segments.add(file.view());
    }
    return new Snapshot(segments, encounters, files.upTo());
  }

  private static void checkBatch(String what, Collection<?> batch) {
    if (batch.size() > Limits.BATCH_MAX) {
      throw new IllegalArgumentException(
          what + "=" + batch.size() + " limit=0.." + Limits.BATCH_MAX);
    }
  }

  private void checkRoom(int added) {
    List<SegmentFile> segments = files.segments();
    long rows = added;
    if (!segments.isEmpty()) {
      rows += (segments.size() - 1L) * files.layout().rows() + segments.getLast().count();
    }
    if (rows > sizes.entriesMax()) {
      throw new IllegalStateException(
          "rows=" + rows + " limit=" + sizes.entriesMax() + "; a compaction frees removed rows");
    }
  }

  /// A thread that is interrupted while it writes loses the file it writes to.
  private UncheckedIOException failed(IOException e) {
    if (e instanceof ClosedChannelException) {
      files.giveUp();
    }
    return new UncheckedIOException(e);
  }

  private void checkUsable() {
    if (isClosed) {
      throw new IllegalStateException("folder=" + folder + " is closed");
    }
    if (files.isBroken()) {
      throw new IllegalStateException(
          "folder=" + folder + " failed at a write; what it acknowledged is safe: open it anew");
    }
  }

  /// Folds the journal in and lets the folder go; snapshots stay readable. After a failed write,
  /// leaves the files as they are, to be put right when opened.
  @Override
  public synchronized void close() {
    if (isClosed) {
      return;
    }
    isClosed = true;
    try (files) {
      if (!files.isBroken() && !files.isFolded()) {
        files.checkpoint();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
