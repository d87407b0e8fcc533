package org.ridgeline.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.ridgeline.search.gallery.GallerySizes;
import org.ridgeline.search.gallery.Segment;
import org.ridgeline.search.gallery.Snapshot;
import org.ridgeline.search.gallery.StoredEntry;
import org.ridgeline.search.gallery.StoredFinger;
import org.ridgeline.search.gallery.StoredGallery;
import org.ridgeline.search.rank.Engine;
import org.ridgeline.synth.Dice;
import org.ridgeline.synth.people.Nation;
import org.ridgeline.synth.print.ImpressionStyle;
import org.ridgeline.vocabulary.FingerPosition;

/// Galleries of fictional people, at template level: what searches are measured against.
///
/// The first `distinct` people have ten fingers of their own. Those after them, where more are
/// wanted than there is time to make, are put together from fingers of the first: each finger that
/// of another person, so that no two people share more than a finger or two.
/// - **Shape** an entry an impression; ids are made of seed and number; change numbers count up
public final class PeopleGallery {
  /// Owner of such galleries.
  public static final UUID OWNER = new UUID(0x7065_6F70_6C65L, 1);

  private static final int BATCH = 2000;

  /// Steps between the people whose fingers make one up: primes, so that combinations do not recur.
  private static final int[] STRIDES = {1, 7, 31, 127, 1009, 2003, 4001, 7919, 9973, 15_485_863};

  private final Engine engine;
  private final long seed;
  private final Progress progress;

  /// People of a seed, made ready by an engine.
  public PeopleGallery(Engine engine, long seed, Progress progress) {
    this.engine = engine;
    this.seed = seed;
    this.progress = progress;
  }

  long seed() {
    return seed;
  }

  /// Opens a gallery of people, making it where there is none.
  public static StoredGallery open(Path folder) {
    return StoredGallery.open(folder, OWNER, GallerySizes.STANDARD);
  }

  /// Opens a gallery of people that is there.
  /// - **Error** none: IllegalArgumentException
  public static StoredGallery existing(Path folder) {
    if (!StoredGallery.isThere(folder)) {
      throw new IllegalArgumentException(
          "folder=" + folder + " is no gallery, expected one that 'synth people --gallery' wrote");
    }
    return open(folder);
  }

  /// The id of a person.
  public static UUID person(long seed, long number) {
    return new UUID(Dice.hash(seed, 11), number + 1);
  }

  /// Rolled prints of a person as a gallery keeps them.
  public Map<FingerPosition, StoredFinger> prints(long number, int impression) {
    long touch = Dice.hash(seed, number, impression);
    int quality = (int) Math.clamp(Dice.of(touch, 1).normal(70, 15, 3), 5, 98);
    ImpressionStyle style = ImpressionStyle.rolled(quality);
    return engine.store(Nation.person(seed, number).tenPrint(touch, style));
  }

  /// Adds people from number `first` on, each with so many impressions.
  public void fill(StoredGallery gallery, long first, long count, int impressions) {
    for (long from = first; from < first + count; from += BATCH) {
      long begin = from;
      int people = (int) Math.min(BATCH, first + count - from);
      long change = gallery.snapshot().upTo();
      List<StoredEntry> batch =
          IntStream.range(0, people * impressions)
              .parallel()
              .mapToObj(i -> {
                long number = begin + i / impressions;
                int impression = 1 + i % impressions;
                return new StoredEntry(
                    new UUID(Dice.hash(seed, 12, impression), number + 1),
                    person(seed, number),
                    change + i + 1,
                    prints(number, impression));
              })
              .toList();
      gallery.append(batch, change + batch.size());
      progress.at("people", from + people - first, count);
    }
  }

  /// Adds people made of other people's fingers until there are `wanted`.
  public void recombine(StoredGallery gallery, int distinct, int wanted) {
    Snapshot people = gallery.snapshot();
    int have = people.encounters();
    while (have < wanted) {
      List<StoredEntry> batch = new ArrayList<>();
      for (int i = have; i < Math.min(wanted, have + BATCH); i++) {
        batch.add(
            new StoredEntry(
                new UUID(Dice.hash(seed, 13), i + 1L),
                person(seed, i),
                gallery.snapshot().upTo() + batch.size() + 1,
                fingers(people, distinct, i)));
      }
      gallery.append(batch, gallery.snapshot().upTo() + batch.size());
      have += batch.size();
      progress.at("people", have, wanted);
    }
  }

  private static Map<FingerPosition, StoredFinger> fingers(
      Snapshot people, int distinct, int number) {
    Map<FingerPosition, StoredFinger> fingers = new EnumMap<>(FingerPosition.class);
    long round = number / distinct;
    for (FingerPosition finger : FingerPosition.values()) {
      int at = finger.fgp() - 1;
      int row = (int) ((number + round * STRIDES[at]) % distinct);
      read(people, row, at, fingers);
    }
    return fingers;
  }

  private static void read(
      Snapshot people, int row, int finger, Map<FingerPosition, StoredFinger> into) {
    int skipped = 0;
    for (Segment segment : people.segments()) {
      if (row < skipped + segment.count()) {
        segment
            .finger(row - skipped, finger)
            .filter(found -> found.minutiae().length > 0)
            .ifPresent(found -> into.put(FingerPosition.values()[finger], found));
        return;
      }
      skipped += segment.count();
    }
  }
}
