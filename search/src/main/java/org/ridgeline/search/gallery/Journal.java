package org.ridgeline.search.gallery;

import static org.ridgeline.search.gallery.FileFormat.INT;
import static org.ridgeline.search.gallery.FileFormat.LONG;

import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/// The changes since the last checkpoint, each forced to the disk before it is acknowledged.
///
/// After each, a mark in the header says how far the journal has been acknowledged. Up to there
/// every batch must be whole; behind, one that is not is what a crash cut off. The mark is not
/// forced: it is on the disk with the next batch, and in the file whenever only the program died.
final class Journal implements Closeable {
  static final int NUMBER_AT = FileFormat.OWN_AT;
  static final int HEADER_SUM_AT = 508;
  static final int MARK_AT = 512;
  static final int MARK_SUM_AT = 520;
  static final int BATCHES_AT = 4096;

  private final Path path;
  private final FileChannel channel;
  private final long number;
  private long sequence;
  private long end = BATCHES_AT;
  private boolean isBroken;

  private Journal(Path path, FileChannel channel, long number) {
    this.path = path;
    this.channel = channel;
    this.number = number;
  }

  /// A new journal, on the disk but for its name.
  static Journal create(Path path, UUID owner, long number) throws IOException {
    Files.deleteIfExists(path);
    FileChannel channel =
        FileChannel.open(
            path, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      Journal journal = new Journal(path, channel, number);
      MemorySegment header = MemorySegment.ofArray(new byte[BATCHES_AT]);
      FileFormat.begin(header, FileFormat.JOURNAL_MAGIC, owner);
      header.set(LONG, NUMBER_AT, number);
      header.set(INT, HEADER_SUM_AT, FileFormat.sum(header, 0, HEADER_SUM_AT));
      journal.write(header.asByteBuffer(), 0);
      journal.mark();
      channel.force(true);
      return journal;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /// Opens a journal and hands on each of its batches; cuts off one that was never acknowledged.
  static Journal open(Path path, UUID owner, long number, Consumer<Batch> redo) throws IOException {
    if (!Files.exists(path)) {
      throw new DamagedGalleryException(path, 0, "file", "present", "missing");
    }
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      Journal journal = new Journal(path, channel, number);
      journal.read(owner, redo);
      return journal;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private void read(UUID owner, Consumer<Batch> redo) throws IOException {
    try (Arena arena = Arena.ofShared()) {
      MemorySegment bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
      long acknowledged = checkHeader(bytes, owner);
      Batch batch = Batch.at(bytes, end, sequence + 1);
      while (!batch.isEmpty()) {
        redo.accept(batch);
        sequence++;
        end += batch.bytes().byteSize();
        batch = Batch.at(bytes, end, sequence + 1);
      }
      if (end < acknowledged) {
        throw new DamagedGalleryException(
            path, end, "batch " + (sequence + 1), "whole, up to " + acknowledged, "damaged");
      }
    }
    if (channel.size() > end) {
      channel.truncate(end);
      channel.force(true);
    }
    mark();
  }

  private long checkHeader(MemorySegment bytes, UUID owner) {
    FileFormat.check(path, bytes, FileFormat.JOURNAL_MAGIC, HEADER_SUM_AT);
    FileFormat.checkOwner(path, bytes, owner);
    if (bytes.byteSize() < BATCHES_AT) {
      throw new DamagedGalleryException(
          path, bytes.byteSize(), "end of file", "at least " + BATCHES_AT, "" + bytes.byteSize());
    }
    if (bytes.get(LONG, NUMBER_AT) != number) {
      throw new DamagedGalleryException(
          path, NUMBER_AT, "journal number", "" + number, "" + bytes.get(LONG, NUMBER_AT));
    }
    long acknowledged = bytes.get(LONG, MARK_AT);
    int expected = bytes.get(INT, MARK_SUM_AT);
    int found = markSum(acknowledged);
    if (expected != found) {
      throw DamagedGalleryException.sum(path, MARK_AT, "mark", expected, found);
    }
    return acknowledged;
  }

  /// Writes a batch and forces it to the disk. Where even writing fails, what was written is cut
  /// off again.
  void append(Batch batch) throws IOException {
    batch.seal(sequence + 1);
    isBroken = true;
    try {
      write(batch.bytes().asByteBuffer(), end);
    } catch (IOException e) {
      channel.truncate(end);
      isBroken = false;
      throw e;
    }
    channel.force(false);
    sequence++;
    end += batch.bytes().byteSize();
    mark();
    isBroken = false;
  }

  private void mark() throws IOException {
    MemorySegment mark = MemorySegment.ofArray(new byte[12]);
    mark.set(LONG, 0, end);
    mark.set(INT, MARK_SUM_AT - MARK_AT, markSum(end));
    write(mark.asByteBuffer(), MARK_AT);
  }

  /// Covers the journal's number, too.
  private int markSum(long acknowledged) {
    MemorySegment covered = MemorySegment.ofArray(new byte[16]);
    covered.set(LONG, 0, number);
    covered.set(LONG, 8, acknowledged);
    CRC32C sum = new CRC32C();
    FileFormat.add(sum, covered, 0, 16);
    return (int) sum.getValue();
  }

  private void write(ByteBuffer bytes, long from) throws IOException {
    long at = from;
    while (bytes.hasRemaining()) {
      at += channel.write(bytes, at);
    }
  }

  /// Whether nobody knows how much of the last batch is on the disk.
  boolean isBroken() {
    return isBroken;
  }

  long number() {
    return number;
  }

  boolean isEmpty() {
    return sequence == 0;
  }

  /// Bytes of the file.
  long bytes() {
    return end;
  }

  /// Overwrites the batches with zeros, then deletes the file.
  void drop() throws IOException {
    try (channel) {
      DurableFiles.zero(channel, BATCHES_AT, channel.size() - BATCHES_AT);
      channel.force(false);
    }
    Files.delete(path);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
