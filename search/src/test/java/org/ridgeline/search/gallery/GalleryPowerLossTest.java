package org.ridgeline.search.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// When the power fails, each page of a mapped file may have reached the disk or not. The journal
/// has, since it is forced before a change is acknowledged.
class GalleryPowerLossTest {
  private static final int PAGE = 4096;
  private static final GallerySizes SIZES = new GallerySizes(512, 4096, 1L << 26);

  @TempDir private Path folder;
  @TempDir private Path elsewhere;

  @Test
  void anyMixtureOfOldAndNewPagesIsPutRight() throws IOException {
    Map<String, byte[]> before;
    Map<String, byte[]> after;
    long[] expected;
    try (var gallery = StoredGallery.open(folder, Entries.OWNER, SIZES)) {
      Entries.append(gallery, 1, 700);
      gallery.checkpoint();
      before = Entries.files(folder);
      Entries.append(gallery, 701, 800);
      gallery.remove(Set.of(Entries.encounterId(5), Entries.encounterId(699)), 801);
      Entries.append(gallery, 802, 1200);
      gallery.remove(Set.of(Entries.encounterId(6), Entries.encounterId(1100)), 1201);
      expected = Entries.read(gallery.snapshot());
      after = Entries.files(folder);
    }
    for (int seed = 0; seed < 12; seed++) {
      Path mixed = elsewhere.resolve("mixed" + seed);
      Files.createDirectory(mixed);
      mix(before, after, mixed, new Random(seed));
      try (var gallery = StoredGallery.open(mixed, Entries.OWNER, SIZES)) {
        assertThat(Entries.read(gallery.snapshot())).as("seed %d", seed).isEqualTo(expected);
        assertThat(gallery.snapshot().upTo()).isEqualTo(1201);
      }
      try (var gallery = StoredGallery.open(mixed, Entries.OWNER, SIZES)) {
        assertThat(Entries.read(gallery.snapshot())).as("again").isEqualTo(expected);
      }
    }
  }

  /// Segments in part old and in part new, those begun since perhaps missing; the journal new.
  private static void mix(
      Map<String, byte[]> before, Map<String, byte[]> after, Path to, Random random)
      throws IOException {
    for (var file : after.entrySet()) {
      byte[] bytes = file.getValue();
      byte[] old = before.get(file.getKey());
      if (file.getKey().endsWith(".rls")) {
        if (old == null) {
          if (random.nextBoolean()) {
            continue;
          }
          old = new byte[0];
        }
        bytes = random.nextBoolean() ? bytes.clone() : Arrays.copyOf(bytes, old.length);
        for (int at = 0; at < Math.min(old.length, bytes.length); at += PAGE) {
          if (random.nextBoolean()) {
            System.arraycopy(old, at, bytes, at, Math.min(PAGE, old.length - at));
          }
        }
      }
      Files.write(to.resolve(file.getKey()), bytes);
    }
  }
}
