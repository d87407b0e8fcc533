package org.ridgeline.search.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.vocabulary.FingerPosition;

/// Readers see whole entries, or none, whatever the writer does.
class GalleryReadersTest {
  private static final GallerySizes SIZES = new GallerySizes(512, 1 << 16, 300_000);

  @TempDir private Path folder;

  @Test
  void readWhileOthersAppendRemoveAndCompact() {
    try (var gallery = StoredGallery.open(folder, Entries.OWNER, SIZES)) {
      AtomicBoolean isOver = new AtomicBoolean();
      List<CompletableFuture<Long>> readers = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        readers.add(
            CompletableFuture.supplyAsync(() -> {
              long read = 0;
              while (!isOver.get()) {
                read += readAll(gallery.snapshot());
              }
              return read;
            }));
      }
      try {
        change(gallery);
      } finally {
        isOver.set(true);
      }
      assertThat(readers.stream().mapToLong(CompletableFuture::join).sum()).isPositive();
    }
  }

  private static void change(StoredGallery gallery) {
    Random random = new Random(7);
    List<Long> live = new ArrayList<>();
    long change = 0;
    for (int step = 0; step < 90; step++) {
      long first = change + 1;
      change += 1 + random.nextInt(40);
      gallery.append(
          LongStream.rangeClosed(first, change).mapToObj(Entries::entry).toList(), change);
      LongStream.rangeClosed(first, change).forEach(live::add);
      Set<UUID> out = new HashSet<>();
      for (int i = random.nextInt(30); i > 0 && !live.isEmpty(); i--) {
        out.add(Entries.encounterId(live.remove(random.nextInt(live.size()))));
      }
      gallery.remove(out, change);
      if (step % 20 == 19) {
        gallery.compact();
      }
    }
    assertThat(Entries.read(gallery.snapshot()))
        .isEqualTo(live.stream().mapToLong(Long::longValue).toArray());
  }

  /// What a search would read; a row that was removed meanwhile is zeros, anything else is right.
  private static long readAll(Snapshot snapshot) {
    long[] read = {0};
    int[] minutiae = new int[PackedMinutiae.MINUTIAE_MAX];
    Entries.forEachLive(
        snapshot,
        (segment, row) -> {
          long change = segment.change(row);
          UUID encounterId = segment.encounterId(row);
          int count = segment.minutiae(row, 1, minutiae);
          long code = segment.codes().get(FileFormat.LONG, Segment.codeOffset(row, 1, 1));
          byte[] signature =
              segment
                  .rows()
                  .asSlice(segment.signatureOffset(row, 1), StoredFinger.SIGNATURE_BYTES)
                  .toArray(FileFormat.BYTE);
          if (segment.isLive(row)) {
            StoredFinger finger = Entries.entry(change).fingers().get(FingerPosition.RIGHT_INDEX);
            assertThat(encounterId).isEqualTo(Entries.encounterId(change));
            assertThat(Arrays.copyOf(minutiae, count)).isEqualTo(finger.minutiae());
            assertThat(signature).isEqualTo(finger.signature());
            assertThat(code).isEqualTo(SignCode.word(signature, 1));
            assertThat(change).isLessThanOrEqualTo(snapshot.upTo());
            read[0]++;
          }
        });
    return read[0];
  }

  @Test
  void aSnapshotOutlivesCompactionsAndClosing() {
    Snapshot old;
    try (var gallery = StoredGallery.open(folder, Entries.OWNER, SIZES)) {
      gallery.append(LongStream.rangeClosed(1, 1500).mapToObj(Entries::entry).toList(), 1500);
      Set<UUID> out = new HashSet<>();
      LongStream.rangeClosed(1, 900).forEach(change -> out.add(Entries.encounterId(change)));
      gallery.remove(out, 1501);
      old = gallery.snapshot();
      gallery.compact();
      gallery.append(List.of(Entries.entry(1502)), 1502);
      assertThat(gallery.snapshot().segments()).hasSize(2);
    }
    System.gc();
    assertThat(Entries.read(old)).isEqualTo(LongStream.rangeClosed(901, 1500).toArray());
    assertThat(old.upTo()).isEqualTo(1501);
  }

  @Test
  void aSnapshotDoesNotSeeWhatIsAddedAndLosesWhatIsRemoved() {
    try (var gallery = StoredGallery.open(folder, Entries.OWNER, SIZES)) {
      gallery.append(LongStream.rangeClosed(1, 10).mapToObj(Entries::entry).toList(), 10);
      Snapshot old = gallery.snapshot();
      Segment segment = old.segments().getFirst();
      assertThat(segment.personId(4)).isEqualTo(Entries.entry(5).personId());
      gallery.append(List.of(Entries.entry(11)), 11);
      gallery.remove(Set.of(Entries.encounterId(5)), 12);
      assertThat(segment.count()).isEqualTo(10);
      assertThat(segment.isLive(4)).isFalse();
      assertThat(segment.verify(4)).isFalse();
      assertThat(segment.personId(4)).as("nor from the reader's copy").isEqualTo(new UUID(0, 0));
      assertThat(segment.minutiae(4, 0, new int[PackedMinutiae.MINUTIAE_MAX])).isZero();
    }
  }

  @Test
  void eightWholeRowsAreRegular() {
    try (var gallery = StoredGallery.open(folder, Entries.OWNER, SIZES)) {
      Random random = new Random(1);
      List<StoredEntry> entries = new ArrayList<>();
      for (long change = 1; change <= 23; change++) {
        var fingers = new EnumMap<FingerPosition, StoredFinger>(FingerPosition.class);
        for (var finger : FingerPosition.values()) {
          if (change != 20 || finger.fgp() != 4) {
            fingers.put(finger, Entries.finger(random, 0));
          }
        }
        entries.add(new StoredEntry(new UUID(1, change), new UUID(2, change), change, fingers));
      }
      gallery.append(entries, 23);
      Segment segment = gallery.snapshot().segments().getFirst();
      assertThat(segment.isRegular(0)).isTrue();
      assertThat(segment.isRegular(1)).isTrue();
      assertThat(segment.isRegular(2)).as("not full, and a finger missing").isFalse();
      gallery.remove(Set.of(new UUID(1, 9)), 24);
      assertThat(segment.isRegular(1)).as("one removed").isFalse();
    }
  }
}
