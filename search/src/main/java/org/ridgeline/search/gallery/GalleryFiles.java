package org.ridgeline.search.gallery;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ridgeline.search.parallel.Workers;

/// The files of one gallery and what the program knows of them: segments, journal, manifest.
/// Opening puts right what a crash left; a checkpoint folds the journal into the segments. For one
/// writer; not thread-safe.
final class GalleryFiles implements Closeable {
  private static final String MANIFEST = "gallery.rlm";
  private static final String LOCK = "lock";
  private static final Pattern OURS =
      Pattern.compile("(segment-\\d{10}\\.rls|journal-\\d{10}\\.rlj|gallery\\.rlm(\\.new)?)");

  private final Path folder;
  private final UUID owner;
  private final SegmentLayout layout;
  private final FolderLock lock;
  private final List<SegmentFile> segments = new ArrayList<>();
  private Journal journal;
  private int nextSegment;
  private long checkpoint;
  private long upTo;
  private long bytesVerified;
  private boolean isBroken;

  private GalleryFiles(Path folder, UUID owner, Manifest manifest, FolderLock lock, Workers workers)
      throws IOException {
    this.folder = folder;
    this.owner = owner;
    this.lock = lock;
    layout = new SegmentLayout(manifest.segmentRows());
    nextSegment = manifest.nextSegment();
    checkpoint = manifest.checkpoint();
    upTo = manifest.upTo();
    try {
      for (Manifest.State state : manifest.segments()) {
        segments.add(SegmentFile.open(segmentPath(state.number()), owner, state, layout));
      }
      journal =
          Journal.open(journalPath(manifest.journal()), owner, manifest.journal(), this::redo);
      bytesVerified =
          workers.map(segments.size(), i -> segments.get(i).verify()).stream()
              .mapToLong(Long::longValue)
              .sum();
      if (!journal.isEmpty()) {
        checkpoint();
      }
    } catch (IOException | RuntimeException e) {
      closeSegments();
      throw e;
    }
  }

  static boolean isThere(Path folder) {
    return Files.exists(folder.resolve(MANIFEST));
  }

  /// Opens the gallery of a folder, making both where there is none.
  static GalleryFiles open(Path folder, UUID owner, int segmentRows, Workers workers)
      throws IOException {
    Files.createDirectories(folder);
    FolderLock lock = FolderLock.take(folder, LOCK);
    try {
      Path path = folder.resolve(MANIFEST);
      if (!Files.exists(path)) {
        create(folder, owner, segmentRows);
      }
      Manifest manifest = Manifest.of(path, Files.readAllBytes(path));
      if (!manifest.owner().equals(owner)) {
        throw new IllegalStateException(
            "folder=" + folder + " owner=" + manifest.owner() + " expected=" + owner);
      }
      removeLeftovers(folder, manifest);
      return new GalleryFiles(folder, owner, manifest, lock, workers);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /// Deletes the files of a gallery that nobody has open; others in the folder stay.
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (FolderLock _ = FolderLock.take(folder, LOCK)) {
      // The manifest last: without it, what a crash left here would pass for damage.
      for (Path file : ours(folder)) {
        if (!file.endsWith(MANIFEST)) {
          Files.delete(file);
        }
      }
      Files.deleteIfExists(folder.resolve(MANIFEST));
      DurableFiles.forceFolder(folder);
    }
  }

  /// A folder with files but no manifest has lost it, unless the files are those of a first start
  /// that was cut short: a journal without a batch.
  private static void create(Path folder, UUID owner, int segmentRows) throws IOException {
    for (Path file : ours(folder)) {
      boolean isFirstStart =
          !file.getFileName().toString().endsWith(".rls") && Files.size(file) <= Journal.BATCHES_AT;
      if (!isFirstStart) {
        throw new DamagedGalleryException(
            folder.resolve(MANIFEST), 0, "file", "present beside " + file.getFileName(), "missing");
      }
      Files.delete(file);
    }
    Journal.create(numbered(folder, "journal-%010d.rlj", 1), owner, 1).close();
    DurableFiles.forceFolder(folder);
    Manifest empty = new Manifest(owner, segmentRows, 1, 0, 1, 1, List.of());
    DurableFiles.replace(folder.resolve(MANIFEST), empty.toBytes());
  }

  /// What a crash between two steps of a checkpoint or a compaction left behind.
  private static void removeLeftovers(Path folder, Manifest manifest) throws IOException {
    Set<Path> named = new HashSet<>();
    named.add(folder.resolve(MANIFEST));
    named.add(numbered(folder, "journal-%010d.rlj", manifest.journal()));
    manifest
        .segments()
        .forEach(state -> named.add(numbered(folder, "segment-%010d.rls", state.number())));
    for (Path file : ours(folder)) {
      if (!named.contains(file)) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          DurableFiles.zero(channel, 0, file.toString().endsWith(".rlj") ? channel.size() : 0);
          channel.force(true);
        }
        Files.delete(file);
      }
    }
  }

  private static List<Path> ours(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> OURS.matcher(file.getFileName().toString()).matches())
          .sorted()
          .toList();
    }
  }

  private static Path numbered(Path folder, String name, long number) {
    return folder.resolve(name.formatted(number));
  }

  private Path segmentPath(int number) {
    return numbered(folder, "segment-%010d.rls", number);
  }

  private Path journalPath(long number) {
    return numbered(folder, "journal-%010d.rlj", number);
  }

  List<SegmentFile> segments() {
    return segments;
  }

  SegmentLayout layout() {
    return layout;
  }

  long upTo() {
    return upTo;
  }

  /// Bytes of codes, masks, ids and rows that opening read.
  long bytesVerified() {
    return bytesVerified;
  }

  /// Whether the files can only be opened anew: what is on the disk is not known any more.
  boolean isBroken() {
    return isBroken || journal.isBroken();
  }

  /// Nothing more can be written before the files have been opened anew.
  void giveUp() {
    isBroken = true;
  }

  /// Whether the segments have everything, and the journal nothing.
  boolean isFolded() {
    return journal.isEmpty();
  }

  long journalBytes() {
    return journal.bytes();
  }

  long bytesOnDisk() {
    long manifest = 0;
    long bytes = 0;
    for (SegmentFile segment : segments) {
      bytes += segment.bytesOnDisk();
      manifest += Manifest.STATE_BYTES + 4L * SegmentLayout.superblocks(segment.count());
    }
    return bytes + manifest + Manifest.HEAD_BYTES + Integer.BYTES + journal.bytes();
  }

  /// A new segment behind the others.
  SegmentFile addSegment() throws IOException {
    SegmentFile segment = createSegment();
    segments.add(segment);
    return segment;
  }

  /// A new segment that is not among the others yet.
  SegmentFile createSegment() throws IOException {
    SegmentFile segment = SegmentFile.create(segmentPath(nextSegment), owner, nextSegment, layout);
    nextSegment++;
    return segment;
  }

  /// Makes a change durable, then does it in the segments, which have room for it.
  void change(Batch batch) throws IOException {
    journal.append(batch);
    apply(batch);
  }

  private void redo(Batch batch) {
    try {
      makeRoom(batch);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    apply(batch);
  }

  /// Segments that the manifest does not name were removed as leftovers: they are made again.
  private void makeRoom(Batch batch) throws IOException {
    long at = batch.rowsAt();
    for (int left = batch.rows(); left > 0; left--) {
      RowFormat.Place place = RowFormat.place(batch.bytes(), at);
      while (nextSegment <= place.segment()) {
        addSegment();
      }
      segment(place.segment())
          .reserve(
              place.row() + 1, place.heapOffset() + RowFormat.minutiaeBytes(batch.bytes(), at));
      at = batch.after(at);
    }
  }

  private void apply(Batch batch) {
    for (Erasure erasure : batch.erasures()) {
      segment(erasure.segment()).erase(erasure);
    }
    long at = batch.rowsAt();
    for (int left = batch.rows(); left > 0; left--) {
      segment(RowFormat.place(batch.bytes(), at).segment()).place(batch.bytes(), at);
      at = batch.after(at);
    }
    upTo = batch.upTo();
  }

  private SegmentFile segment(int number) {
    for (int i = segments.size() - 1; i >= 0; i--) {
      if (segments.get(i).number() == number) {
        return segments.get(i);
      }
    }
    throw new DamagedGalleryException(
        folder.resolve(MANIFEST), Manifest.SEGMENTS_AT, "segment", "" + number, "none");
  }

  /// Forces the segments to the disk, notes how they stand, and begins a new journal.
  void checkpoint() throws IOException {
    for (SegmentFile segment : segments) {
      if (segment.isDirty()) {
        segment.force();
      }
    }
    long number = journal.number() + 1;
    Journal next = Journal.create(journalPath(number), owner, number);
    DurableFiles.forceFolder(folder);
    isBroken = true;
    Manifest manifest =
        new Manifest(
            owner,
            layout.rows(),
            checkpoint + 1,
            upTo,
            number,
            nextSegment,
            segments.stream().map(SegmentFile::checkpoint).toList());
    DurableFiles.replace(folder.resolve(MANIFEST), manifest.toBytes());
    checkpoint++;
    Journal old = journal;
    journal = next;
    old.drop();
    isBroken = false;
  }

  /// Puts a rewritten segment in the place of those it was written from, and deletes their files;
  /// who still reads them keeps them until then.
  void replace(int from, int to, SegmentFile written) throws IOException {
    List<SegmentFile> old = List.copyOf(segments.subList(from, to));
    isBroken = true;
    segments.subList(from, to).clear();
    if (written.count() > 0) {
      segments.add(from, written);
    }
    checkpoint();
    isBroken = true;
    for (SegmentFile segment : old) {
      segment.close();
      Files.delete(segment.path());
    }
    if (written.count() == 0) {
      written.close();
      Files.delete(written.path());
    }
    isBroken = false;
  }

  private void closeSegments() throws IOException {
    for (SegmentFile segment : segments) {
      segment.close();
    }
  }

  @Override
  public void close() throws IOException {
    try (lock;
        Journal _ = journal) {
      closeSegments();
    }
  }
}
