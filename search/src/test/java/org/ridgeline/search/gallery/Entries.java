package org.ridgeline.search.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.ridgeline.vocabulary.FingerPosition;

/// Entries made of a change number alone, so that whoever reads them can say what must be there.
final class Entries {
  static final UUID OWNER = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
  static final GallerySizes SMALL = new GallerySizes(512, 4096, 1 << 20);

  private Entries() {}

  static UUID encounterId(long change) {
    return new UUID(0x1111_0000_0000_4000L ^ change * 0x9E37_79B9_7F4A_7C15L, change);
  }

  /// Two to ten fingers with 0 to 40 minutiae.
  static StoredEntry entry(long change) {
    Random random = new Random(change);
    Map<FingerPosition, StoredFinger> fingers = new EnumMap<>(FingerPosition.class);
    for (FingerPosition finger : FingerPosition.values()) {
      if (finger.fgp() < 3 || random.nextInt(8) > 0) {
        fingers.put(finger, finger(random, random.nextInt(41)));
      }
    }
    UUID personId = new UUID(random.nextLong(), random.nextLong());
    return new StoredEntry(encounterId(change), personId, change, fingers);
  }

  static StoredFinger finger(Random random, int minutiae) {
    byte[] signature = new byte[StoredFinger.SIGNATURE_BYTES];
    random.nextBytes(signature);
    return new StoredFinger(random.nextInt(101), random.ints(minutiae).toArray(), signature);
  }

  /// Every live row of a snapshot, in order.
  static void forEachLive(Snapshot snapshot, BiConsumer<Segment, Integer> reader) {
    for (Segment segment : snapshot.segments()) {
      for (int row = 0; row < segment.count(); row++) {
        if (segment.isLive(row)) {
          reader.accept(segment, row);
        }
      }
    }
  }

  /// Change numbers of what is live, each row compared in full with what it must be.
  static long[] read(Snapshot snapshot) {
    var changes = new ArrayList<Long>();
    forEachLive(
        snapshot,
        (segment, row) -> {
          long change = segment.change(row);
          same(segment, row, entry(change));
          changes.add(change);
        });
    assertThat(snapshot.encounters()).isEqualTo(changes.size());
    return changes.stream().mapToLong(Long::longValue).toArray();
  }

  static void same(Segment segment, int row, StoredEntry expected) {
    assertThat(segment.encounterId(row)).isEqualTo(expected.encounterId());
    assertThat(segment.personId(row)).isEqualTo(expected.personId());
    assertThat(segment.change(row)).isEqualTo(expected.change());
    assertThat(segment.verify(row)).isTrue();
    int[] into = new int[PackedMinutiae.MINUTIAE_MAX];
    for (FingerPosition position : FingerPosition.values()) {
      int finger = position.fgp() - 1;
      StoredFinger stored = expected.fingers().get(position);
      assertThat((segment.mask(row) >> finger & 1) == 1).isEqualTo(stored != null);
      int[] minutiae = stored == null ? new int[0] : stored.minutiae();
      byte[] signature =
          stored == null ? new byte[StoredFinger.SIGNATURE_BYTES] : stored.signature();
      assertThat(segment.quality(row, finger)).isEqualTo(stored == null ? 0 : stored.quality());
      int count = segment.minutiae(row, finger, into);
      assertThat(Arrays.copyOf(into, count)).isEqualTo(minutiae);
      assertThat(
              segment
                  .rows()
                  .asSlice(segment.signatureOffset(row, finger), signature.length)
                  .toArray(FileFormat.BYTE))
          .isEqualTo(signature);
      for (int word = 0; word < SignCode.WORDS; word++) {
        assertThat(segment.codes().get(FileFormat.LONG, Segment.codeOffset(row, finger, word)))
            .isEqualTo(SignCode.word(signature, word));
      }
    }
  }

  /// Adds the entries of a run of numbers.
  static void append(StoredGallery gallery, long first, long last) {
    gallery.append(LongStream.rangeClosed(first, last).mapToObj(Entries::entry).toList(), last);
  }

  /// Every file of a folder by its name.
  static Map<String, byte[]> files(Path folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.list(folder)) {
      for (Path path : paths.toList()) {
        files.put(path.getFileName().toString(), Files.readAllBytes(path));
      }
    }
    return files;
  }
}
