package org.ridgeline.search.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.search.decision.Calibration;
import org.ridgeline.search.decision.Thresholds;
import org.ridgeline.search.gallery.GallerySizes;
import org.ridgeline.search.gallery.StoredEntry;
import org.ridgeline.search.gallery.StoredGallery;
import org.ridgeline.search.kernel.Kernels;
import org.ridgeline.search.kernel.ScalarKernel;
import org.ridgeline.search.parallel.Workers;
import org.ridgeline.search.signature.SignatureNetwork;
import org.ridgeline.synth.print.FingerSketch;
import org.ridgeline.synth.print.ImpressionStyle;
import org.ridgeline.vocabulary.Candidate;
import org.ridgeline.vocabulary.Decision;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.FingerSequence;
import org.ridgeline.vocabulary.Minutia;
import org.ridgeline.vocabulary.Template;
import org.ridgeline.vocabulary.TenPrint;

/// Searches for plain prints of fictional people among rolled ones.
class EngineTest {
  private static final int PEOPLE = 300;
  private static final Engine ENGINE = Engine.standard(Workers.of(ForkJoinPool.commonPool(), 4));

  @TempDir private Path folder;
  private StoredGallery gallery;

  @BeforeEach
  void fill() {
    gallery = StoredGallery.open(folder, new UUID(1, 1), GallerySizes.STANDARD);
    List<StoredEntry> entries = new ArrayList<>();
    for (int person = 0; person < PEOPLE; person++) {
      entries.add(entry(person, person + 1, prints(person, 1, _ -> true)));
    }
    gallery.append(entries, PEOPLE);
  }

  @AfterEach
  void close() {
    gallery.close();
  }

  private static StoredEntry entry(int person, long change, TenPrint prints) {
    return new StoredEntry(new UUID(3, change), person(person), change, ENGINE.store(prints));
  }

  private static UUID person(int number) {
    return new UUID(2, number + 1);
  }

  private Found search(TenPrint prints) {
    return ENGINE.search(ENGINE.probe(prints), gallery.snapshot(), Engine.Options.STANDARD);
  }

  private Candidate best(TenPrint prints) {
    return search(prints).candidates().candidates().getFirst();
  }

  private static Decision decide(Found found) {
    return Thresholds.STANDARD.decide(found.candidates(), PEOPLE);
  }

  @Test
  void everybodyComesFirstAndIsAHit() {
    for (int person = 0; person < PEOPLE; person += 7) {
      Found found = search(prints(person, 2, _ -> true));
      assertThat(decide(found)).isInstanceOf(Decision.Hit.class);
      assertThat(found.candidates().candidates().getFirst().personId()).isEqualTo(person(person));
      assertThat(found.compared()).isLessThan(PEOPLE / 10);
      assertThat(found.candidates().searched()).isEqualTo(PEOPLE);
    }
  }

  @Test
  void strangersAreNoHits() {
    for (int person = 1000; person < 1020; person++) {
      assertThat(decide(search(prints(person, 2, _ -> true)))).isInstanceOf(Decision.NoHit.class);
    }
  }

  @Test
  void fewFingersAndMissingOnesFind() {
    Set<FingerPosition> two = Set.of(FingerPosition.RIGHT_INDEX, FingerPosition.LEFT_INDEX);
    Set<FingerPosition> one = Set.of(FingerPosition.LEFT_RING);
    assertThat(best(prints(11, 2, two::contains)).personId()).isEqualTo(person(11));
    assertThat(best(prints(12, 2, one::contains)).personId()).isEqualTo(person(12));
    assertThat(best(prints(12, 2, one::contains)).fingerScores().keySet()).isEqualTo(one);
  }

  @Test
  void anAmputeeInTheGalleryIsFoundByTheFingersThereAre() {
    Set<FingerPosition> left =
        Set.of(FingerPosition.LEFT_THUMB, FingerPosition.LEFT_INDEX, FingerPosition.LEFT_LITTLE);
    gallery.append(List.of(entry(2000, PEOPLE + 1, prints(2000, 1, left::contains))), PEOPLE + 1);
    Candidate found = best(prints(2000, 2, _ -> true));
    assertThat(found.personId()).isEqualTo(person(2000));
    assertThat(found.fingerScores().keySet()).isEqualTo(left);
  }

  @Test
  void handsSwappedAreFoundByTheSecondLookAndAreNeverAHit() {
    for (FingerSequence error : FingerSequence.errors(10)) {
      TenPrint right = prints(21, 2, _ -> true);
      Map<FingerPosition, Template> wrong = new EnumMap<>(FingerPosition.class);
      for (FingerPosition label : FingerPosition.values()) {
        wrong.put(label, right.fingers().get(error.finger(label)));
      }
      Found found = search(new TenPrint(wrong));
      Candidate candidate = found.candidates().candidates().getFirst();
      assertThat(candidate.personId()).as(error.name()).isEqualTo(person(21));
      if (error.order().get(0) != 0) {
        // With thumbs in order the first look may find the person by these.
        assertThat(candidate.sequence()).isEqualTo(error);
        assertThat(decide(found)).isInstanceOf(Decision.Review.class);
      }
    }
  }

  @Test
  void oneFingerUnderAWrongLabelIsFound() {
    Template finger = prints(30, 2, _ -> true).fingers().get(FingerPosition.RIGHT_RING);
    Candidate found = best(new TenPrint(Map.of(FingerPosition.LEFT_INDEX, finger)));
    assertThat(found.personId()).isEqualTo(person(30));
    assertThat(found.sequence().finger(FingerPosition.LEFT_INDEX))
        .isEqualTo(FingerPosition.RIGHT_RING);
  }

  @Test
  void aPersonStandsOnceWithTheBestEncounter() {
    Set<FingerPosition> two = Set.of(FingerPosition.LEFT_RING, FingerPosition.LEFT_LITTLE);
    gallery.append(List.of(entry(5, PEOPLE + 1, prints(5, 3, two::contains))), PEOPLE + 1);
    List<Candidate> candidates = search(prints(5, 2, _ -> true)).candidates().candidates();
    assertThat(candidates.stream().map(Candidate::personId)).doesNotHaveDuplicates();
    assertThat(candidates.getFirst().fingerScores()).hasSizeGreaterThan(2);
  }

  @Test
  void onlyWhatCameSinceIsLookedAtAgain() {
    Probe probe = ENGINE.probe(prints(290, 2, _ -> true));
    assertThat(ENGINE.searchSince(probe, gallery.snapshot(), 291).candidates().candidates())
        .noneMatch(c -> c.personId().equals(person(290)));
    Found since = ENGINE.searchSince(probe, gallery.snapshot(), 290);
    assertThat(since.compared()).isEqualTo(PEOPLE - 290);
    assertThat(since.candidates().candidates().getFirst().personId()).isEqualTo(person(290));
    assertThat(ENGINE.searchSince(probe, gallery.snapshot(), PEOPLE).compared()).isZero();
  }

  @Test
  void whoIsRemovedIsNotFound() {
    gallery.remove(Set.of(new UUID(3, 51)), PEOPLE + 1);
    assertThat(search(prints(50, 2, _ -> true)).candidates().candidates())
        .noneMatch(c -> c.personId().equals(person(50)));
  }

  @Test
  void aBatchFindsWhatSinglesFindOnAnyKernelAndAnyCores() {
    List<Probe> probes = new ArrayList<>();
    for (int person : new int[] {3, 77, 2500}) {
      probes.add(ENGINE.probe(prints(person, 2, _ -> true)));
    }
    probes.add(ENGINE.probe(prints(8, 2, Set.of(FingerPosition.LEFT_INDEX)::contains)));
    Engine plain = new Engine(SignatureNetwork.load(), Calibration.load(), new ScalarKernel());
    var alone = new Engine.Options(false, 2000, Optional.empty());
    List<Found> batch = ENGINE.searchAll(probes, gallery.snapshot(), Engine.Options.STANDARD);
    for (int i = 0; i < probes.size(); i++) {
      assertThat(plain.search(probes.get(i), gallery.snapshot(), alone)).isEqualTo(batch.get(i));
    }
  }

  @Test
  void anEmptyGalleryFindsNobody() {
    try (StoredGallery empty =
        StoredGallery.open(folder.resolve("empty"), new UUID(1, 2), GallerySizes.STANDARD)) {
      Found found =
          ENGINE.search(
              ENGINE.probe(prints(1, 2, _ -> true)), empty.snapshot(), Engine.Options.STANDARD);
      assertThat(found.candidates().candidates()).isEmpty();
    }
  }

  @Test
  void anEmptyProbeIsACallersBug() {
    assertThatThrownBy(() -> search(new TenPrint(Map.of()))).hasMessageContaining("limit=1..10");
  }

  @Test
  void anEngineRefusesTheCalibrationOfAnotherNetwork() {
    Calibration own = Calibration.load();
    Calibration other =
        new Calibration(
            "0000",
            own.signature(),
            own.quick(),
            own.full(),
            own.ridges(),
            own.source(),
            own.fullSource(),
            own.ridgesSource());
    assertThatThrownBy(() -> new Engine(SignatureNetwork.load(), other, Kernels.best()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("calibration of network 0000");
  }

  @Test
  void aSignatureDependsNeitherOnPlaceNorOnOrder() {
    Template template = template(1, FingerPosition.LEFT_INDEX, 1);
    List<Minutia> moved = new ArrayList<>();
    for (Minutia m : template.minutiae().reversed()) {
      moved.add(new Minutia.RidgeEnding(m.x() + 40, m.y() + 9, m.direction(), 0));
    }
    Template other = new Template(700, 900, 500, 70, moved);
    assertThat(ENGINE.store(other).signature()).isEqualTo(ENGINE.store(template).signature());
  }

  private static TenPrint prints(int person, int impression, Predicate<FingerPosition> which) {
    Map<FingerPosition, Template> fingers = new EnumMap<>(FingerPosition.class);
    for (FingerPosition finger : FingerPosition.values()) {
      if (which.test(finger)) {
        fingers.put(finger, template(person, finger, impression));
      }
    }
    return new TenPrint(fingers);
  }

  private static Template template(int person, FingerPosition finger, int impression) {
    ImpressionStyle style =
        impression == 1 ? ImpressionStyle.rolled(70) : ImpressionStyle.plain(70);
    return FingerSketch.make(person, finger).impression(impression, style);
  }
}
