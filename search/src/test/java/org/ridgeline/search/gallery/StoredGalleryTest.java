package org.ridgeline.search.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What goes in comes out, before and after closing.
class StoredGalleryTest {
  @TempDir private Path folder;

  private StoredGallery open() {
    return StoredGallery.open(folder, Entries.OWNER, Entries.SMALL);
  }

  private static List<StoredEntry> entries(long first, long last) {
    return LongStream.rangeClosed(first, last).mapToObj(Entries::entry).toList();
  }

  private static long[] range(long first, long last) {
    return LongStream.rangeClosed(first, last).toArray();
  }

  @Test
  void isEmptyAtFirst() {
    try (var gallery = open()) {
      assertThat(gallery.snapshot()).isEqualTo(new Snapshot(List.of(), 0, 0));
    }
  }

  @Test
  void keepsWhatWasAppendedOverSegmentsAndOpenings() {
    for (int first = 1; first <= 1201; first += 300) {
      try (var gallery = open()) {
        assertThat(gallery.snapshot().upTo()).isEqualTo(first - 1L);
        assertThat(gallery.append(entries(first, first + 299), first + 299)).isEqualTo(300);
        assertThat(Entries.read(gallery.snapshot())).isEqualTo(range(1, first + 299));
      }
    }
    try (var gallery = open()) {
      assertThat(gallery.snapshot().segments()).hasSize(3);
      assertThat(Entries.read(gallery.snapshot())).isEqualTo(range(1, 1500));
      assertThat(gallery.snapshot().upTo()).isEqualTo(1500);
    }
  }

  @Test
  void oneBatchMaySpanSegments() {
    try (var gallery = open()) {
      gallery.append(entries(1, 1100), 1100);
      assertThat(Entries.read(gallery.snapshot())).isEqualTo(range(1, 1100));
    }
    try (var gallery = open()) {
      assertThat(Entries.read(gallery.snapshot())).isEqualTo(range(1, 1100));
    }
  }

  @Test
  void removesAndNeverFindsAgain() {
    try (var gallery = open()) {
      gallery.append(entries(1, 700), 700);
      Set<UUID> out = Set.of(Entries.encounterId(3), Entries.encounterId(600), UUID.randomUUID());
      assertThat(gallery.remove(out, 701)).isEqualTo(2);
      assertThat(gallery.remove(out, 702)).isZero();
      assertThat(Entries.read(gallery.snapshot())).hasSize(698).doesNotContain(3, 600);
    }
    try (var gallery = open()) {
      assertThat(Entries.read(gallery.snapshot())).hasSize(698).doesNotContain(3, 600);
      assertThat(gallery.snapshot().upTo()).isEqualTo(702);
    }
  }

  @Test
  void whatWasReachedBeforeDoesNotComeBack() {
    try (var gallery = open()) {
      gallery.append(entries(1, 10), 10);
      gallery.remove(Set.of(Entries.encounterId(4)), 11);
      assertThat(gallery.append(entries(1, 12), 12)).isEqualTo(1);
      assertThat(Entries.read(gallery.snapshot()))
          .isEqualTo(new long[] {1, 2, 3, 5, 6, 7, 8, 9, 10, 12});
    }
  }

  @Test
  void anEncounterWithANewerChangeReplacesItself() {
    try (var gallery = open()) {
      gallery.append(entries(1, 10), 10);
      StoredEntry fresh = Entries.entry(20);
      StoredEntry moved =
          new StoredEntry(Entries.encounterId(4), fresh.personId(), 20, fresh.fingers());
      assertThat(gallery.change(Set.of(), List.of(moved), 20))
          .isEqualTo(new StoredGallery.Changed(1, 1));
      assertThat(gallery.snapshot().encounters()).isEqualTo(10);
      Segment segment = gallery.snapshot().segments().getFirst();
      assertThat(segment.isLive(3)).isFalse();
      Entries.same(segment, 10, moved);
    }
  }

  @Test
  void aRemovedEncounterMayComeBackInTheSameChange() {
    try (var gallery = open()) {
      gallery.append(entries(1, 2), 2);
      StoredEntry again =
          new StoredEntry(Entries.encounterId(2), UUID.randomUUID(), 3, Entries.entry(2).fingers());
      gallery.change(Set.of(again.encounterId()), List.of(again), 4);
      Entries.same(gallery.snapshot().segments().getFirst(), 2, again);
      assertThat(gallery.snapshot().encounters()).isEqualTo(2);
    }
  }

  @Test
  void twiceInOneBatchIsACallersBug() {
    try (var gallery = open()) {
      assertThatThrownBy(() -> gallery.append(List.of(Entries.entry(1), Entries.entry(1)), 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("stands twice");
      assertThat(gallery.snapshot().upTo()).isZero();
    }
  }

  @Test
  void reachesFurtherWithoutEntries() {
    try (var gallery = open()) {
      gallery.append(List.of(), 77);
    }
    try (var gallery = open()) {
      assertThat(gallery.snapshot().upTo()).isEqualTo(77);
    }
  }

  @Test
  void findsWhatCameSince() {
    try (var gallery = open()) {
      gallery.append(entries(1, 100), 100);
      gallery.remove(Set.of(Entries.encounterId(100), Entries.encounterId(50)), 101);
      Segment segment = gallery.snapshot().segments().getFirst();
      assertThat(segment.firstAfter(0)).isZero();
      assertThat(segment.firstAfter(97)).isEqualTo(97);
      assertThat(segment.firstAfter(49)).isEqualTo(50);
      assertThat(segment.firstAfter(99)).isEqualTo(100);
      assertThat(segment.firstAfter(100)).isEqualTo(100);
    }
  }

  @Test
  void aFolderIsOpenOnce() {
    try (var _ = open()) {
      assertThatThrownBy(this::open)
          .isInstanceOf(GalleryInUseException.class)
          .hasMessageContaining("open already");
      assertThatThrownBy(() -> StoredGallery.delete(folder))
          .isInstanceOf(GalleryInUseException.class);
    }
    open().close();
  }

  @Test
  void refusesAnotherOwner() {
    open().close();
    assertThatThrownBy(() -> StoredGallery.open(folder, UUID.randomUUID(), Entries.SMALL))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("owner=" + Entries.OWNER);
  }
}
