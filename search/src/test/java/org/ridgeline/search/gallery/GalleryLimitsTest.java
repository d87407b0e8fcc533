package org.ridgeline.search.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.vocabulary.FingerPosition;

/// Each limit of a gallery below, at and above.
class GalleryLimitsTest {
  private static final Map<FingerPosition, StoredFinger> FINGERS =
      Map.of(FingerPosition.LEFT_RING, Entries.finger(new Random(3), 2));

  @TempDir private Path folder;

  private StoredGallery open(GallerySizes sizes) {
    return StoredGallery.open(folder, Entries.OWNER, sizes);
  }

  private static List<StoredEntry> light(long first, long last) {
    return LongStream.rangeClosed(first, last)
        .mapToObj(c -> new StoredEntry(new UUID(4, c), new UUID(5, c), c, FINGERS))
        .toList();
  }

  private static Set<UUID> ids(long first, long last) {
    Set<UUID> ids = new HashSet<>();
    LongStream.rangeClosed(first, last).forEach(c -> ids.add(new UUID(4, c)));
    return ids;
  }

  @Test
  void aBatchHoldsSoMany() {
    int max = Limits.BATCH_MAX;
    try (var gallery = open(GallerySizes.STANDARD)) {
      assertThat(gallery.append(light(1, max - 1), max - 1)).isEqualTo(max - 1);
      assertThat(gallery.append(light(max, 2L * max - 1), 2L * max - 1)).isEqualTo(max);
      List<StoredEntry> more = light(2L * max, 3L * max);
      assertThatThrownBy(() -> gallery.append(more, 3L * max))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("added=8193 limit=0..8192");
      assertThatThrownBy(() -> gallery.remove(ids(1, max + 1), 3L * max))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("removed=8193 limit=0..8192");
      assertThat(gallery.remove(ids(1, max), 3L * max)).isEqualTo(max);
      assertThat(gallery.remove(ids(max + 1, 2L * max - 1), 3L * max)).isEqualTo(max - 1);
    }
  }

  @Test
  void aGalleryHoldsSoManyRowsUntilItIsCompacted() {
    GallerySizes sizes = new GallerySizes(512, 600, 1 << 20);
    try (var gallery = open(sizes)) {
      gallery.append(light(1, 599), 599);
      gallery.append(light(600, 600), 600);
      assertThatThrownBy(() -> gallery.append(light(601, 601), 601))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("rows=601 limit=600");
      assertThat(gallery.snapshot().upTo()).as("nothing happened").isEqualTo(600);
      gallery.remove(ids(1, 100), 600);
      assertThatThrownBy(() -> gallery.append(light(601, 601), 601))
          .isInstanceOf(IllegalStateException.class);
      gallery.compact();
      assertThat(gallery.append(light(601, 601), 601)).isOne();
      assertThat(gallery.snapshot().encounters()).isEqualTo(501);
    }
  }

  @Test
  void theStandardRowsAreWhatTheIndexCanName() {
    assertThat(GallerySizes.STANDARD.entriesMax()).isEqualTo(1 << 24);
    assertThat(new GallerySizes(512, (1 << 24) - 1, 1)).isNotNull();
    assertThatThrownBy(() -> new GallerySizes(512, (1 << 24) + 1, 1))
        .hasMessage("entriesMax=16777217 limit=1..16777216");
    assertThatThrownBy(() -> new GallerySizes(512, 0, 1))
        .hasMessage("entriesMax=0 limit=1..16777216");
  }

  @ParameterizedTest
  @ValueSource(ints = {512, 1024, 65_024, 65_536})
  void takesWholeSuperblocksAsASegment(int rows) {
    assertThat(new GallerySizes(rows, 1, 1).segmentRows()).isEqualTo(rows);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 511, 513, 65_535, 66_048})
  void refusesOtherSegments(int rows) {
    assertThatThrownBy(() -> new GallerySizes(rows, 1, 1))
        .hasMessage("segmentRows=" + rows + " expected a multiple of 512, limit=512..65536");
  }

  @Test
  void aJournalIsFoldedWhenItIsLongerThanItMayBe() throws IOException {
    long one = Batch.bytes(0, 1, 8);
    GallerySizes sizes = new GallerySizes(512, 4096, Journal.BATCHES_AT + 2 * one);
    try (var gallery = open(sizes)) {
      String first = journal();
      gallery.append(light(1, 1), 1);
      gallery.append(light(2, 2), 2);
      gallery.append(light(3, 3), 3);
      assertThat(journal()).as("below and at the limit").isEqualTo(first);
      gallery.append(light(4, 4), 4);
      assertThat(journal()).as("above").isNotEqualTo(first);
      assertThat(gallery.snapshot().encounters()).isEqualTo(4);
    }
    long max = Limits.JOURNAL_BYTES_MAX;
    assertThat(new GallerySizes(512, 1, max - 1)).isNotEqualTo(new GallerySizes(512, 1, max));
    assertThatThrownBy(() -> new GallerySizes(512, 1, max + 1))
        .hasMessage("journalBytesMax=67108865 limit=1..67108864");
  }

  private String journal() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".rlj"))
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void aSegmentIsRewrittenWhenOneRowInSixteenIsGone() {
    try (var gallery = open(new GallerySizes(512, 4096, 1 << 20))) {
      gallery.append(light(1, 512), 512);
      assertThat(rowsAfterRemoving(gallery, 1, 31)).as("below").isEqualTo(512);
      assertThat(rowsAfterRemoving(gallery, 32, 32)).as("at").isEqualTo(480);
      assertThat(rowsAfterRemoving(gallery, 33, 63)).as("31 of 480").isEqualTo(449);
    }
  }

  private static int rowsAfterRemoving(StoredGallery gallery, long first, long last) {
    gallery.remove(ids(first, last), 512);
    gallery.compact();
    return gallery.snapshot().segments().getFirst().count();
  }

  @Test
  void entriesWithoutFingersOrIdAreACallersBug() {
    assertThatThrownBy(() -> new StoredEntry(new UUID(1, 1), new UUID(1, 1), 1, Map.of()))
        .hasMessage("fingers=0 limit=1..10");
    assertThatThrownBy(() -> new StoredEntry(new UUID(0, 0), new UUID(1, 1), 1, FINGERS))
        .hasMessageContaining("marks a free row");
  }

  @Test
  void fingersMayHaveNoneToAllMinutiae() {
    Random random = new Random(5);
    List<StoredEntry> entries = new ArrayList<>();
    int[] counts = {0, 1, 254, 255};
    for (int i = 0; i < counts.length; i++) {
      entries.add(
          new StoredEntry(
              new UUID(7, i),
              new UUID(8, i),
              i + 1,
              Map.of(FingerPosition.RIGHT_LITTLE, Entries.finger(random, counts[i]))));
    }
    try (var gallery = open(Entries.SMALL)) {
      gallery.append(entries, 4);
    }
    try (var gallery = open(Entries.SMALL)) {
      Segment segment = gallery.snapshot().segments().getFirst();
      for (int i = 0; i < counts.length; i++) {
        Entries.same(segment, i, entries.get(i));
      }
    }
  }

  @Test
  void aWriterInterruptedInTheMiddleLosesNothing() {
    try (var gallery = open(Entries.SMALL)) {
      gallery.append(light(1, 3), 3);
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> gallery.append(light(4, 6), 6))
          .isInstanceOf(UncheckedIOException.class);
      assertThat(Thread.interrupted()).isTrue();
      assertThat(gallery.snapshot().encounters()).as("searches go on").isEqualTo(3);
      assertThatThrownBy(() -> gallery.append(light(4, 6), 6))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("open it anew");
    }
    try (var gallery = open(Entries.SMALL)) {
      assertThat(gallery.append(light(4, 6), 6)).isEqualTo(3);
      assertThat(gallery.snapshot().encounters()).isEqualTo(6);
    }
  }

  @Test
  void aClosedGalleryTakesNoChanges() {
    var gallery = open(Entries.SMALL);
    gallery.close();
    gallery.close();
    assertThatThrownBy(() -> gallery.append(light(1, 1), 1)).hasMessageContaining("is closed");
    assertThatThrownBy(gallery::compact).hasMessageContaining("is closed");
  }

  @Test
  void openingReadsNeitherRowsNorMinutiae() throws IOException {
    GallerySizes sizes = new GallerySizes(1024, 4096, 1 << 20);
    long superblock = SegmentLayout.CODE_BYTES + SegmentLayout.MASK_BYTES + SegmentLayout.ID_BYTES;
    try (var gallery = open(sizes)) {
      gallery.append(light(1, 1500), 1500);
    }
    try (var gallery = open(sizes)) {
      assertThat(gallery.bytesVerified()).as("three superblocks begun").isEqualTo(3 * superblock);
      assertThat(gallery.bytesCodes()).isEqualTo(3L * 512 * (160 + 2));
      assertThat(gallery.bytesOnDisk()).isGreaterThan(1536L * (160 + 2 + 16 + 1408));
    }
    Path segment = folder.resolve("segment-0000000001.rls");
    byte[] bytes = Files.readAllBytes(segment);
    int from = (int) new SegmentLayout(1024).rowsAt();
    for (int at = from; at < bytes.length; at++) {
      bytes[at] ^= 0x55;
    }
    Files.write(segment, bytes);
    try (var gallery = open(sizes)) {
      Segment broken = gallery.snapshot().segments().getFirst();
      assertThatThrownBy(() -> broken.personId(0))
          .isInstanceOf(DamagedGalleryException.class)
          .hasMessageContaining("row 0");
      assertThat(gallery.bytesVerified()).isEqualTo(3 * superblock);
    }
  }

  @Test
  void theIndexFindsAllAndTakesTheRoomItSays() {
    try (var gallery = open(Entries.SMALL)) {
      gallery.append(light(1, 2000), 2000);
      gallery.remove(ids(500, 1000), 2000);
      assertThat(gallery.remove(ids(499, 1001), 2001)).isEqualTo(2);
      gallery.append(light(2002, 3000), 3000);
      assertThat(gallery.remove(ids(1, 3000), 3001)).isEqualTo(498 + 999 + 999);
      assertThat(gallery.snapshot().encounters()).isZero();
    }
  }
}
