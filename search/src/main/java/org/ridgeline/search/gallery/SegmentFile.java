package org.ridgeline.search.gallery;

import static org.ridgeline.search.gallery.FileFormat.LONG;

import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.BitSet;
import java.util.UUID;
import java.util.zip.CRC32C;

/// One segment file as its only writer has it.
///
/// Room is made by writing zeros to the file, so that a full disk is an exception there and never a
/// fault in mapped memory; what is written goes through the mapping. Not thread-safe.
final class SegmentFile implements Closeable {
  private final Mapping mapping;
  private final FileChannel channel;
  private final int[] sums;
  private final BitSet dirty = new BitSet();
  private MemorySegment heap;
  private int count;
  private int live;
  private long heapBytes;
  private long changeMax;
  private int superblocksReserved;
  private boolean isForced;

  private SegmentFile(Mapping mapping, FileChannel channel) throws IOException {
    this.mapping = mapping;
    this.channel = channel;
    sums = new int[mapping.layout().superblocks()];
    long heapAt = mapping.layout().heapAt();
    heap =
        channel.map(
            FileChannel.MapMode.READ_WRITE, heapAt, channel.size() - heapAt, Arena.ofAuto());
  }

  /// A new file without rows.
  static SegmentFile create(Path path, UUID owner, int number, SegmentLayout layout)
      throws IOException {
    FileChannel channel =
        FileChannel.open(
            path, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      DurableFiles.zero(channel, 0, SegmentLayout.HEADER_BYTES);
      DurableFiles.zero(channel, layout.masksAt(), layout.idsAt() - layout.masksAt());
      Mapping mapping = Mapping.of(path, number, layout, channel);
      mapping.writeHeader(owner);
      return new SegmentFile(mapping, channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      Files.deleteIfExists(path);
      throw e;
    }
  }

  /// A file as a checkpoint left it, and perhaps changes after it. Only its header is read.
  static SegmentFile open(Path path, UUID owner, Manifest.State state, SegmentLayout layout)
      throws IOException {
    if (!Files.exists(path)) {
      throw new DamagedGalleryException(path, 0, "file", "present", "missing");
    }
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      long bytesMin = layout.heapAt() + state.heapBytes();
      if (channel.size() < bytesMin) {
        throw new DamagedGalleryException(
            path, channel.size(), "end of file", "at least " + bytesMin, "" + channel.size());
      }
      Mapping mapping = Mapping.of(path, state.number(), layout, channel);
      mapping.checkHeader(owner);
      SegmentFile file = new SegmentFile(mapping, channel);
      file.resume(state);
      return file;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private void resume(Manifest.State state) {
    count = state.count();
    live = state.live();
    heapBytes = state.heapBytes();
    changeMax = state.changeMax();
    isForced = true;
    superblocksReserved = SegmentLayout.superblocks(count);
    System.arraycopy(state.sums(), 0, sums, 0, state.sums().length);
  }

  Path path() {
    return mapping.path();
  }

  int number() {
    return mapping.number();
  }

  int capacity() {
    return mapping.layout().rows();
  }

  int count() {
    return count;
  }

  int live() {
    return live;
  }

  long heapBytes() {
    return heapBytes;
  }

  /// Whether there is anything that the disk may not have.
  boolean isDirty() {
    return !isForced || !dirty.isEmpty();
  }

  Segment view() {
    return new Segment(mapping, heap, count, changeMax);
  }

  long idHigh(int row) {
    return FileFormat.idHigh(mapping.bytes(), mapping.idAt(row));
  }

  long idLow(int row) {
    return FileFormat.idLow(mapping.bytes(), mapping.idAt(row));
  }

  boolean isLive(int row) {
    return (mapping.mask(row) & Mapping.LIVE) != 0;
  }

  /// Bytes the file takes of the disk.
  long bytesOnDisk() {
    SegmentLayout layout = mapping.layout();
    return SegmentLayout.HEADER_BYTES
        + (layout.idsAt() - layout.masksAt())
        + (long) superblocksReserved
            * (SegmentLayout.CODE_BYTES + SegmentLayout.ID_BYTES + SegmentLayout.ROW_BYTES)
        + heap.byteSize();
  }

  /// Makes room for so many rows and bytes of minutiae in all.
  void reserve(int rows, long minutiaeBytes) throws IOException {
    SegmentLayout layout = mapping.layout();
    for (; superblocksReserved < SegmentLayout.superblocks(rows); superblocksReserved++) {
      long block = superblocksReserved;
      DurableFiles.zero(
          channel, layout.codesAt() + block * SegmentLayout.CODE_BYTES, SegmentLayout.CODE_BYTES);
      DurableFiles.zero(
          channel, layout.idsAt() + block * SegmentLayout.ID_BYTES, SegmentLayout.ID_BYTES);
      DurableFiles.zero(
          channel, layout.rowsAt() + block * SegmentLayout.ROW_BYTES, SegmentLayout.ROW_BYTES);
    }
    if (minutiaeBytes > heap.byteSize()) {
      long chunk = Math.max(layout.rows() * 64L, heap.byteSize() / 4);
      long size = SegmentLayout.page(Math.max(minutiaeBytes, heap.byteSize() + chunk));
      DurableFiles.zero(channel, layout.heapAt() + heap.byteSize(), size - heap.byteSize());
      heap = channel.map(FileChannel.MapMode.READ_WRITE, layout.heapAt(), size, Arena.ofAuto());
    }
  }

  /// Writes the next row from a row and its minutiae as [RowFormat] writes them; there is room.
  void place(MemorySegment from, long at) {
    RowFormat.Place place = RowFormat.place(from, at);
    int row = place.row();
    int minutiaeBytes = RowFormat.minutiaeBytes(from, at);
    MemorySegment bytes = mapping.bytes();
    MemorySegment.copy(from, at + RowFormat.BYTES, heap, place.heapOffset(), minutiaeBytes);
    MemorySegment.copy(from, at, bytes, mapping.rowAt(row), RowFormat.BYTES);
    MemorySegment.copy(from, at + RowFormat.ENCOUNTER_AT, bytes, mapping.idAt(row), 16);
    for (int finger = 0; finger < SegmentLayout.FINGERS; finger++) {
      for (int word = 0; word < SignCode.WORDS; word++) {
        bytes.set(
            LONG,
            mapping.codeAt(row, finger, word),
            SignCode.word(from, at + RowFormat.signature(finger), word));
      }
    }
    mapping.setMask(row, RowFormat.fingers(from, at) | Mapping.LIVE);
    count = row + 1;
    live++;
    heapBytes = place.heapOffset() + minutiaeBytes;
    changeMax = Math.max(changeMax, from.get(LONG, at + RowFormat.CHANGE_AT));
    dirty.set(row / SegmentLayout.SUPERBLOCK_ROWS);
  }

  /// Copies a live row and its minutiae, checked, as [RowFormat] writes them.
  void copy(int row, MemorySegment to) {
    Erasure place = erasure(row);
    MemorySegment.copy(mapping.bytes(), mapping.rowAt(row), to, 0, RowFormat.BYTES);
    MemorySegment.copy(heap, place.heapOffset(), to, RowFormat.BYTES, place.heapBytes());
    int[] minutiae = new int[PackedMinutiae.MINUTIAE_MAX];
    Segment view = view();
    for (int finger = 0; finger < SegmentLayout.FINGERS; finger++) {
      view.minutiae(row, finger, minutiae);
    }
  }

  /// What is to be overwritten of a live row.
  Erasure erasure(int row) {
    if (!view().verify(row)) {
      throw new IllegalStateException("segment=" + number() + " row=" + row + " is not live");
    }
    long at = mapping.rowAt(row);
    return new Erasure(
        number(),
        row,
        RowFormat.place(mapping.bytes(), at).heapOffset(),
        RowFormat.minutiaeBytes(mapping.bytes(), at));
  }

  /// Takes a row from readers and overwrites with zeros all there is of it; done again, it changes
  /// nothing more. A reader who sees any of the zeros sees the mask, too.
  void erase(Erasure erasure) {
    int row = erasure.row();
    MemorySegment bytes = mapping.bytes();
    mapping.setMask(row, 0);
    VarHandle.fullFence();
    heap.asSlice(erasure.heapOffset(), erasure.heapBytes()).fill((byte) 0);
    bytes.asSlice(mapping.rowAt(row), RowFormat.BYTES).fill((byte) 0);
    bytes.asSlice(mapping.idAt(row), 16).fill((byte) 0);
    for (int finger = 0; finger < SegmentLayout.FINGERS; finger++) {
      for (int word = 0; word < SignCode.WORDS; word++) {
        bytes.set(LONG, mapping.codeAt(row, finger, word), 0);
      }
    }
    live--;
    dirty.set(row / SegmentLayout.SUPERBLOCK_ROWS);
  }

  /// Forces all there is to the disk.
  void force() throws IOException {
    mapping.bytes().force();
    heap.force();
    channel.force(true);
    isForced = true;
  }

  /// Notes the checksums of what has changed since the last time, and says how the file stands.
  Manifest.State checkpoint() {
    dirty.stream().forEach(block -> sums[block] = sum(block));
    dirty.clear();
    int[] used = Arrays.copyOf(sums, SegmentLayout.superblocks(count));
    return new Manifest.State(number(), count, live, heapBytes, changeMax, used);
  }

  /// Checks codes, masks and ids of all rows: where nothing has changed since the checkpoint
  /// against its checksums, elsewhere against the rows. Returns the bytes read.
  long verify() {
    long read = 0;
    int found = 0;
    for (int block = 0; block < SegmentLayout.superblocks(count); block++) {
      if (dirty.get(block)) {
        read += new SuperblockCheck(mapping, count, block).run();
      } else {
        int sum = sum(block);
        if (sum != sums[block]) {
          throw DamagedGalleryException.sum(
              path(),
              mapping.layout().codesAt() + (long) block * SegmentLayout.CODE_BYTES,
              "codes, masks and ids of superblock " + block,
              sums[block],
              sum);
        }
      }
      read += SegmentLayout.CODE_BYTES + SegmentLayout.MASK_BYTES + SegmentLayout.ID_BYTES;
    }
    for (int row = 0; row < count; row++) {
      found += isLive(row) ? 1 : 0;
    }
    if (found != live) {
      throw new DamagedGalleryException(
          path(), mapping.layout().masksAt(), "live rows", "" + live, "" + found);
    }
    return read;
  }

  private int sum(int block) {
    SegmentLayout layout = mapping.layout();
    CRC32C sum = new CRC32C();
    add(sum, layout.codesAt(), block, SegmentLayout.CODE_BYTES);
    add(sum, layout.masksAt(), block, SegmentLayout.MASK_BYTES);
    add(sum, layout.idsAt(), block, SegmentLayout.ID_BYTES);
    return (int) sum.getValue();
  }

  private void add(CRC32C sum, long regionAt, int block, int bytes) {
    FileFormat.add(sum, mapping.bytes(), regionAt + (long) block * bytes, bytes);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
