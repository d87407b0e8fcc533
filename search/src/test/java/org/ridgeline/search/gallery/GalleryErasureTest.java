package org.ridgeline.search.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever is removed leaves no byte behind: looked for in every file of the folder.
class GalleryErasureTest {
  private static final GallerySizes SIZES = new GallerySizes(512, 4096, 1L << 26);

  @TempDir private Path folder;

  private StoredGallery open() {
    return StoredGallery.open(folder, Entries.OWNER, SIZES);
  }

  private static List<StoredEntry> entries(long first, long last) {
    return LongStream.rangeClosed(first, last).mapToObj(Entries::entry).toList();
  }

  /// Everything an entry puts into files, in pieces that no other entry has.
  private static List<byte[]> traces(long change) {
    StoredEntry entry = Entries.entry(change);
    List<byte[]> traces = new ArrayList<>();
    for (UUID id : List.of(entry.encounterId(), entry.personId())) {
      traces.add(
          ByteBuffer.allocate(16)
              .putLong(id.getMostSignificantBits())
              .putLong(id.getLeastSignificantBits())
              .array());
    }
    for (StoredFinger finger : entry.fingers().values()) {
      for (int at = 0; at < StoredFinger.SIGNATURE_BYTES; at += 16) {
        traces.add(ByteBuffer.allocate(16).put(finger.signature(), at, 16).array());
      }
      for (int word = 0; word < SignCode.WORDS; word++) {
        traces.add(little(8).putLong(SignCode.word(finger.signature(), word)).array());
      }
      for (int at = 0; at + 2 <= finger.minutiae().length; at += 2) {
        traces.add(
            little(8).putInt(finger.minutiae()[at]).putInt(finger.minutiae()[at + 1]).array());
      }
    }
    return traces;
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /// How many of the traces stand in some file; all pieces begin at a multiple of four bytes.
  private int found(List<byte[]> traces) throws IOException {
    long[] wanted =
        traces.stream().mapToLong(trace -> ByteBuffer.wrap(trace).getLong()).sorted().toArray();
    Set<Long> found = new HashSet<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        for (int at = 0; at + 8 <= bytes.capacity(); at += 4) {
          long word = bytes.getLong(at);
          if (word != 0 && Arrays.binarySearch(wanted, word) >= 0) {
            found.add(word);
          }
        }
      }
    }
    return (int) Arrays.stream(wanted).filter(found::contains).count();
  }

  @Test
  void nothingIsLeftAfterACompaction() throws IOException {
    Set<Long> out = new HashSet<>(List.of(2L, 300L, 512L, 513L, 699L, 720L));
    List<byte[]> removed = new ArrayList<>();
    out.forEach(change -> removed.addAll(traces(change)));
    try (var gallery = open()) {
      gallery.append(entries(1, 700), 700);
      gallery.checkpoint();
      gallery.append(entries(701, 750), 750);
      assertThat(found(removed)).as("the search can find").isEqualTo(removed.size());
      Set<UUID> ids = new HashSet<>();
      out.forEach(change -> ids.add(Entries.encounterId(change)));
      assertThat(gallery.remove(ids, 751)).isEqualTo(6);
      assertThat(found(traces(300))).as("erased in place at once").isZero();
      assertThat(found(traces(720))).as("the journal still has its copy").isPositive();
      gallery.compact();
      assertThat(found(removed)).isZero();
      assertThat(found(traces(3))).isEqualTo(traces(3).size());
    }
    assertThat(found(removed)).isZero();
    try (var gallery = open()) {
      assertThat(gallery.snapshot().encounters()).isEqualTo(744);
      assertThat(found(removed)).isZero();
    }
  }

  @Test
  void nothingIsLeftWhereSegmentsAreRewritten() throws IOException {
    List<byte[]> removed = new ArrayList<>();
    try (var gallery = open()) {
      gallery.append(entries(1, 1500), 1500);
      Set<UUID> ids = new HashSet<>();
      for (long change = 1; change <= 1500; change += 2) {
        ids.add(Entries.encounterId(change));
        if (change % 101 == 0) {
          removed.addAll(traces(change));
        }
      }
      assertThat(found(removed)).isEqualTo(removed.size());
      long before = gallery.bytesOnDisk();
      gallery.remove(ids, 1501);
      gallery.compact();
      assertThat(found(removed)).isZero();
      assertThat(gallery.snapshot().segments()).hasSize(2);
      assertThat(gallery.bytesOnDisk()).isLessThan(before);
      assertThat(Entries.read(gallery.snapshot()))
          .isEqualTo(LongStream.rangeClosed(1, 1500).filter(c -> c % 2 == 0).toArray());
      gallery.append(entries(1502, 1600), 1600);
      assertThat(gallery.remove(Set.of(Entries.encounterId(1500)), 1601)).isOne();
    }
    try (var gallery = open()) {
      assertThat(Entries.read(gallery.snapshot())).hasSize(750 + 99 - 1);
    }
  }

  @Test
  void theReplacedRowOfAnEncounterIsErased() throws IOException {
    try (var gallery = open()) {
      gallery.append(entries(1, 5), 5);
      StoredEntry fresh = Entries.entry(9);
      gallery.append(
          List.of(new StoredEntry(Entries.encounterId(2), fresh.personId(), 9, fresh.fingers())),
          9);
      gallery.compact();
      assertThat(found(traces(2).subList(1, traces(2).size()))).isZero();
    }
  }

  @Test
  void aGalleryOfNobodyHasNoSegments() throws IOException {
    try (var gallery = open()) {
      gallery.append(entries(1, 3), 3);
      gallery.remove(Set.copyOf(entries(1, 3).stream().map(StoredEntry::encounterId).toList()), 4);
      gallery.compact();
      assertThat(gallery.snapshot()).isEqualTo(new Snapshot(List.of(), 0, 4));
      gallery.append(entries(5, 6), 6);
      assertThat(Entries.read(gallery.snapshot())).isEqualTo(new long[] {5, 6});
    }
  }
}
