package org.ridgeline.search.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One wrong bit, a cut or a missing file is an exception when the gallery is opened or the row
/// used, and never data.
class GalleryDamageTest {
  private static final SegmentLayout LAYOUT = new SegmentLayout(512);
  private static final long[] LIVE = {1, 3, 4, 5, 6};
  private static final String SEGMENT = "segment-0000000001.rls";
  private static final String MANIFEST = "gallery.rlm";

  @TempDir private Path folder;

  private Map<String, byte[]> closed;
  private Map<String, byte[]> afterOne;
  private Map<String, byte[]> afterTwo;
  private long heapBytes;

  @BeforeEach
  void fill() throws IOException {
    try (var gallery = open()) {
      Entries.append(gallery, 1, 3);
      gallery.remove(Set.of(Entries.encounterId(2)), 3);
      afterOne = Entries.files(folder);
      Entries.append(gallery, 4, 6);
      afterTwo = Entries.files(folder);
    }
    closed = Entries.files(folder);
    heapBytes = Files.size(folder.resolve(SEGMENT)) - LAYOUT.heapAt();
  }

  private StoredGallery open() {
    return StoredGallery.open(folder, Entries.OWNER, Entries.SMALL);
  }

  private long[] openAndRead() {
    try (var gallery = open()) {
      return Entries.read(gallery.snapshot());
    }
  }

  private void restore(Map<String, byte[]> files) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      for (Path path : paths.toList()) {
        Files.delete(path);
      }
    }
    for (var file : files.entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
  }

  private void flip(String name, long at) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
      file.seek(at);
      int found = file.read();
      file.seek(at);
      file.write(found ^ 1 << at % 8);
    }
  }

  private void refusesFlips(String name, long from, long to, int step) throws IOException {
    for (long at = from; at < to; at += step) {
      flip(name, at);
      assertThatThrownBy(this::openAndRead)
          .as("%s at %d", name, at)
          .isInstanceOf(DamagedGalleryException.class)
          .hasMessageContaining(name)
          .hasMessageContaining("offset=")
          .hasMessageContaining("fill a new one from the database");
      flip(name, at);
    }
    assertThat(openAndRead()).isEqualTo(LIVE);
  }

  @Test
  void inTheManifest() throws IOException {
    refusesFlips(MANIFEST, 0, closed.get(MANIFEST).length, 1);
  }

  @Test
  void inASegmentsHeader() throws IOException {
    refusesFlips(SEGMENT, 0, 64, 1);
    refusesFlips(SEGMENT, 64, 4096, 61);
  }

  @Test
  void inCodesMasksAndIds() throws IOException {
    refusesFlips(SEGMENT, LAYOUT.codesAt(), LAYOUT.masksAt(), 397);
    refusesFlips(SEGMENT, LAYOUT.masksAt(), LAYOUT.masksAt() + 1024, 7);
    refusesFlips(SEGMENT, LAYOUT.idsAt(), LAYOUT.rowsAt(), 59);
  }

  @Test
  void inARow() throws IOException {
    long at = LAYOUT.rowsAt() + 3 * RowFormat.BYTES;
    refusesFlips(SEGMENT, at, at + RowFormat.BYTES, 3);
  }

  @Test
  void inMinutiae() throws IOException {
    long first = LongStream.of(1, 2).map(c -> RowFormat.minutiaeBytes(Entries.entry(c))).sum();
    long bytes =
        LongStream.of(3, 4, 5, 6).map(c -> RowFormat.minutiaeBytes(Entries.entry(c))).sum();
    refusesFlips(SEGMENT, LAYOUT.heapAt() + first, LAYOUT.heapAt() + first + bytes, 5);
  }

  @Test
  void inFreeAndRemovedRowsItIsNoDamage() throws IOException {
    for (long at :
        new long[] {
          LAYOUT.rowsAt() + RowFormat.BYTES,
          LAYOUT.rowsAt() + 100 * RowFormat.BYTES,
          LAYOUT.heapAt() + heapBytes - 1
        }) {
      flip(SEGMENT, at);
      assertThat(openAndRead()).isEqualTo(LIVE);
    }
  }

  @Test
  void pagesOfZerosAreNoRows() throws IOException {
    for (long at : new long[] {LAYOUT.rowsAt() + 2 * RowFormat.BYTES, LAYOUT.heapAt()}) {
      byte[] segment = closed.get(SEGMENT).clone();
      Arrays.fill(segment, (int) at, (int) at + RowFormat.BYTES, (byte) 0);
      restore(closed);
      Files.write(folder.resolve(SEGMENT), segment);
      assertThatThrownBy(this::openAndRead).isInstanceOf(DamagedGalleryException.class);
    }
  }

  @Test
  void rowsThatChangedPlacesAreFound() throws IOException {
    byte[] segment = closed.get(SEGMENT).clone();
    int from = (int) LAYOUT.rowsAt();
    System.arraycopy(segment, from, segment, from + 2 * RowFormat.BYTES, RowFormat.BYTES);
    Files.write(folder.resolve(SEGMENT), segment);
    assertThatThrownBy(this::openAndRead)
        .isInstanceOf(DamagedGalleryException.class)
        .hasMessageContaining("place");
  }

  @Test
  void cutsAndMissingFiles() throws IOException {
    for (String name : closed.keySet().stream().filter(n -> !n.equals("lock")).toList()) {
      byte[] whole = closed.get(name);
      List<Integer> lengths =
          name.endsWith(".rls")
              ? List.of(0, 100, 4096, (int) LAYOUT.rowsAt(), (int) LAYOUT.heapAt() + 3)
              : IntStream.range(0, whole.length).filter(i -> i % 97 < 3).boxed().toList();
      for (int length : lengths) {
        Files.write(folder.resolve(name), Arrays.copyOf(whole, length));
        assertThatThrownBy(this::openAndRead)
            .as("%s cut to %d", name, length)
            .isInstanceOf(DamagedGalleryException.class);
      }
      Files.delete(folder.resolve(name));
      assertThatThrownBy(this::openAndRead)
          .as("%s missing", name)
          .isInstanceOf(DamagedGalleryException.class);
      restore(closed);
    }
  }

  @Test
  void inTheJournal() throws IOException {
    restore(afterTwo);
    String name = journal(afterTwo);
    refusesFlipsOnce(name, 0, 524, 3);
    refusesFlipsOnce(name, Journal.BATCHES_AT, afterTwo.get(name).length, 211);
  }

  private void refusesFlipsOnce(String name, int from, int to, int step) throws IOException {
    for (int at = from; at < to; at += step) {
      flip(name, at);
      assertThatThrownBy(this::openAndRead)
          .as("%s at %d", name, at)
          .isInstanceOf(DamagedGalleryException.class);
      restore(afterTwo);
    }
  }

  @Test
  void aJournalCutBehindItsMarkIsWhatWasAcknowledged() throws IOException {
    String name = journal(afterTwo);
    byte[] longer = afterTwo.get(name);
    byte[] shorter = afterOne.get(name);
    for (int length = shorter.length; length < longer.length; length += 499) {
      byte[] torn = Arrays.copyOf(longer, length);
      System.arraycopy(shorter, 0, torn, 0, Journal.BATCHES_AT);
      restore(afterOne);
      Files.write(folder.resolve(name), torn);
      assertThat(openAndRead()).as("cut to %d", length).isEqualTo(new long[] {1, 3});
    }
    byte[] unmarked = longer.clone();
    System.arraycopy(shorter, 0, unmarked, 0, Journal.BATCHES_AT);
    restore(afterOne);
    Files.write(folder.resolve(name), unmarked);
    assertThat(openAndRead()).as("whole, only the mark was late").isEqualTo(LIVE);
  }

  private static String journal(Map<String, byte[]> files) {
    return files.keySet().stream().filter(n -> n.endsWith(".rlj")).findFirst().orElseThrow();
  }

  @Test
  void aDamagedGalleryCanBeDeletedAndFilledAgain() throws IOException {
    flip(MANIFEST, 20);
    assertThatThrownBy(this::open).isInstanceOf(DamagedGalleryException.class);
    StoredGallery.delete(folder);
    try (var gallery = open()) {
      assertThat(gallery.snapshot().encounters()).isZero();
      Entries.append(gallery, 1, 6);
      assertThat(Entries.read(gallery.snapshot())).hasSize(6);
    }
  }

  @Test
  void anotherVersionIsNotDamage() throws IOException {
    byte[] manifest = closed.get(MANIFEST).clone();
    var bytes = MemorySegment.ofArray(manifest);
    bytes.set(FileFormat.INT, FileFormat.VERSION_AT, 2);
    int covered = manifest.length - 4;
    bytes.set(FileFormat.INT, covered, FileFormat.sum(bytes, 0, covered));
    Files.write(folder.resolve(MANIFEST), manifest);
    assertThatThrownBy(this::open)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("version=2 supported=1");
  }

  @Test
  void leftoversOfACutCheckpointAreTakenAway() throws IOException {
    Files.write(folder.resolve("segment-0000000009.rls"), new byte[10]);
    Files.write(folder.resolve("journal-0000000001.rlj"), new byte[5000]);
    Files.write(folder.resolve("gallery.rlm.new"), new byte[3]);
    Files.write(folder.resolve("notes.txt"), new byte[1]);
    assertThat(openAndRead()).isEqualTo(LIVE);
    assertThat(Entries.files(folder).keySet())
        .isEqualTo(Set.of("lock", "notes.txt", MANIFEST, SEGMENT, journal(closed)));
  }
}
