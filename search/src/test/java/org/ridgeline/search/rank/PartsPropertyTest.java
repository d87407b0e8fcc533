package org.ridgeline.search.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.search.gallery.GallerySizes;
import org.ridgeline.search.gallery.Snapshot;
import org.ridgeline.search.gallery.StoredEntry;
import org.ridgeline.search.gallery.StoredFinger;
import org.ridgeline.search.gallery.StoredGallery;
import org.ridgeline.search.parallel.Workers;
import org.ridgeline.synth.print.FingerSketch;
import org.ridgeline.synth.print.ImpressionStyle;
import org.ridgeline.vocabulary.Candidate;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.FingerSequence;
import org.ridgeline.vocabulary.Template;

/// A gallery searched in parts, or written in another order, gives the same list, with many
/// encounters whose prints are the same to the byte, so that every list of every stage is cut
/// between equals.
class PartsPropertyTest {
  private static final int PEOPLE = 24;
  private static final Engine ENGINE = Engine.standard(Workers.of(ForkJoinPool.commonPool(), 3));
  private static final GallerySizes SMALL = new GallerySizes(512, 8192, 1 << 20);

  private static final List<Map<FingerPosition, StoredFinger>> PRINTS =
      IntStream.range(0, PEOPLE).mapToObj(person -> prints(person, 1)).toList();

  @TempDir private Path folder;
  private final List<StoredGallery> open = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void partsMergedAreTheWhole(long seed) {
    Random dice = new Random(seed);
    List<StoredEntry> entries = entries(dice);
    Snapshot whole = gallery(entries, entries.size());
    List<Part> parts =
        split(entries, dice).stream()
            .map(part -> ENGINE.part(gallery(part, entries.size())))
            .toList();
    Snapshot shuffled = gallery(shuffled(entries, dice), entries.size());
    for (Probe probe : probes(dice)) {
      for (Engine.Options options : options(dice)) {
        Found expected = ENGINE.search(probe, whole, options);
        assertThat(ENGINE.search(probe, parts, options)).as("seed %d", seed).isEqualTo(expected);
        assertThat(ENGINE.search(probe, shuffled, options)).isEqualTo(expected);
        assertThat(ENGINE.search(probe, List.of(ENGINE.part(shuffled)), options))
            .isEqualTo(expected);
      }
    }
    open.forEach(StoredGallery::close);
  }

  @Test
  void whatCameSinceIsTheSameInParts() {
    Random dice = new Random(7);
    List<StoredEntry> entries = entries(dice);
    Snapshot whole = gallery(entries, entries.size());
    List<Part> parts =
        split(entries, dice).stream()
            .map(part -> ENGINE.part(gallery(part, entries.size())))
            .toList();
    long after = entries.size() - 60;
    for (Probe probe : probes(dice)) {
      Found expected = ENGINE.searchSince(probe, whole, after);
      assertThat(expected.compared()).isEqualTo(60);
      assertThat(ENGINE.searchSince(probe, parts, after)).isEqualTo(expected);
    }
    open.forEach(StoredGallery::close);
  }

  @Test
  void listsAreCutBetweenEqualsAndEqualsGoByTheirIds() {
    Random dice = new Random(8);
    List<StoredEntry> entries = entries(dice);
    Snapshot whole = gallery(entries, entries.size());
    Probe mate = new Probe(prints(0, 2));
    for (Engine.Options options : options(dice)) {
      List<Candidate> found = ENGINE.search(mate, whole, options).candidates().candidates();
      List<UUID> twins =
          entries.stream()
              .filter(entry -> entry.fingers().equals(PRINTS.getFirst()))
              .map(StoredEntry::encounterId)
              .sorted(EncounterOrder.LEAST_FIRST)
              .toList();
      int refined = options.shortlists().map(Shortlists::refined).orElse(10);
      assertThat(twins).hasSizeGreaterThan(Limits.CANDIDATES_MAX);
      assertThat(found).hasSize(Math.min(Limits.CANDIDATES_MAX, refined));
      assertThat(found.stream().map(Candidate::encounterId))
          .isEqualTo(twins.subList(0, found.size()));
    }
    open.forEach(StoredGallery::close);
  }

  /// Lists so short that each is cut among these few, and the usual ones.
  private static List<Engine.Options> options(Random dice) {
    int refined = 2 + dice.nextInt(6);
    int rescored = refined + dice.nextInt(20);
    Shortlists few = new Shortlists(rescored + dice.nextInt(60), rescored, refined);
    Shortlists many = new Shortlists(400, 200, 40);
    return List.of(
        new Engine.Options(true, 2000, Optional.of(few)),
        new Engine.Options(false, 2000, Optional.of(many)),
        Engine.Options.STANDARD);
  }

  /// Copies of few people's prints: of the first, more than any list is long. Half of the people
  /// have their copies as encounters of their own, of the others every copy is a person; one in
  /// five has lost fingers. Copies of one in three are nearly alike only.
  private static List<StoredEntry> entries(Random dice) {
    List<StoredEntry> entries = new ArrayList<>();
    for (int number = 0; number < PEOPLE; number++) {
      UUID person = id(dice);
      Map<FingerPosition, StoredFinger> prints = new EnumMap<>(PRINTS.get(number));
      if (number % 5 == 4) {
        prints.keySet().removeAll(Set.of(FingerPosition.RIGHT_INDEX, FingerPosition.LEFT_RING));
      }
      int copies = number == 0 ? 50 : 1 + dice.nextInt(50);
      for (int i = 0; i < copies; i++) {
        UUID owner = number % 2 == 0 ? id(dice) : person;
        var kept = number % 3 == 1 ? nearly(prints, dice) : prints;
        entries.add(new StoredEntry(id(dice), owner, 1, kept));
      }
    }
    return shuffled(entries, dice);
  }

  /// One signature a little off: scores of one stage that differ, and are equal in the next.
  private static Map<FingerPosition, StoredFinger> nearly(
      Map<FingerPosition, StoredFinger> prints, Random dice) {
    Map<FingerPosition, StoredFinger> other = new EnumMap<>(prints);
    FingerPosition position = List.copyOf(prints.keySet()).get(dice.nextInt(prints.size()));
    StoredFinger finger = prints.get(position);
    byte[] signature = finger.signature().clone();
    int dimension = dice.nextInt(signature.length);
    signature[dimension] =
        (byte) Math.clamp(signature[dimension] + dice.nextInt(-40, 41), -127, 127);
    other.put(position, new StoredFinger(finger.quality(), finger.minutiae(), signature));
    return other;
  }

  private static UUID id(Random dice) {
    // Few upper halves, so that the lower ones decide, too.
    return new UUID(dice.nextInt(2) == 0 ? dice.nextLong() : -1, dice.nextLong());
  }

  /// The same encounters in another order, with change numbers in that order.
  private static List<StoredEntry> shuffled(List<StoredEntry> entries, Random dice) {
    List<StoredEntry> shuffled = new ArrayList<>(entries);
    Collections.shuffle(shuffled, dice);
    return IntStream.range(0, shuffled.size())
        .mapToObj(i -> {
          StoredEntry entry = shuffled.get(i);
          return new StoredEntry(entry.encounterId(), entry.personId(), i + 1L, entry.fingers());
        })
        .toList();
  }

  private static List<List<StoredEntry>> split(List<StoredEntry> entries, Random dice) {
    int count = 2 + dice.nextInt(3);
    List<List<StoredEntry>> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parts.add(new ArrayList<>());
    }
    // Not evenly: a part may have nearly all.
    int uneven = 1 + dice.nextInt(4);
    for (StoredEntry entry : entries) {
      parts.get(dice.nextInt(uneven) == 0 ? dice.nextInt(count) : 0).add(entry);
    }
    return parts;
  }

  private Snapshot gallery(List<StoredEntry> entries, long reaches) {
    Path place = folder.resolve("gallery-" + open.size());
    StoredGallery gallery = StoredGallery.open(place, new UUID(1, 1), SMALL);
    open.add(gallery);
    gallery.append(entries, reaches);
    return gallery.snapshot();
  }

  /// Mates, strangers, few fingers, and hands that were swapped.
  private static List<Probe> probes(Random dice) {
    int mate = 3 * dice.nextInt(PEOPLE / 3) + 1;
    Map<FingerPosition, StoredFinger> all = prints(mate, 2);
    Map<FingerPosition, StoredFinger> swapped = new EnumMap<>(FingerPosition.class);
    FingerSequence error = FingerSequence.errors(10).getFirst();
    for (FingerPosition label : FingerPosition.values()) {
      swapped.put(label, all.get(error.finger(label)));
    }
    List<Probe> probes = new ArrayList<>();
    probes.add(new Probe(prints(0, 2)));
    probes.add(new Probe(all));
    probes.add(new Probe(swapped));
    probes.add(new Probe(prints(1000 + dice.nextInt(1000), 2)));
    for (int fingers : new int[] {1, 2, 4}) {
      probes.add(new Probe(some(all, fingers, dice)));
    }
    return probes;
  }

  private static Map<FingerPosition, StoredFinger> some(
      Map<FingerPosition, StoredFinger> all, int count, Random dice) {
    List<FingerPosition> positions = new ArrayList<>(all.keySet());
    Collections.shuffle(positions, dice);
    Map<FingerPosition, StoredFinger> some = new EnumMap<>(all);
    some.keySet().retainAll(new HashSet<>(positions.subList(0, count)));
    return some;
  }

  private static Map<FingerPosition, StoredFinger> prints(int person, int impression) {
    Map<FingerPosition, StoredFinger> fingers = new EnumMap<>(FingerPosition.class);
    ImpressionStyle style =
        impression == 1 ? ImpressionStyle.rolled(70) : ImpressionStyle.plain(70);
    for (FingerPosition finger : FingerPosition.values()) {
      Template template = FingerSketch.make(person, finger).impression(impression, style);
      fingers.put(finger, ENGINE.store(template));
    }
    return fingers;
  }
}
