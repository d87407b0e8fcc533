package org.ridgeline.search.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ridgeline.search.decision.Thresholds;
import org.ridgeline.search.gallery.Entry;
import org.ridgeline.search.gallery.Gallery;
import org.ridgeline.vocabulary.Candidate;
import org.ridgeline.vocabulary.CandidateList;
import org.ridgeline.vocabulary.Decision;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.Minutia;
import org.ridgeline.vocabulary.Template;
import org.ridgeline.vocabulary.TenPrint;

/// Ranking over made-up minutiae: a person's second impression is the first one, jittered.
class ExhaustiveSearchTest {
  private static final int PEOPLE = 12;

  private final Gallery gallery = new Gallery();
  private final List<UUID> persons = new ArrayList<>();

  @BeforeEach
  void fill() {
    List<Entry> entries = new ArrayList<>();
    for (int person = 0; person < PEOPLE; person++) {
      persons.add(UUID.randomUUID());
      entries.add(Entry.of(UUID.randomUUID(), persons.get(person), person + 1L, prints(person, 1)));
    }
    gallery.add(entries, PEOPLE);
  }

  @Test
  void thePersonComesFirstAndIsAHit() {
    for (int person = 0; person < PEOPLE; person++) {
      CandidateList list = ExhaustiveSearch.rank(prints(person, 2), gallery);
      assertThat(list.searched()).isEqualTo(PEOPLE);
      assertThat(list.candidates().getFirst().personId()).isEqualTo(persons.get(person));
      assertThat(Thresholds.STANDARD.decide(list, PEOPLE)).isInstanceOf(Decision.Hit.class);
      assertThat(list.candidates().get(1).score())
          .isLessThan(Thresholds.STANDARD.reviewMin(PEOPLE));
    }
  }

  @Test
  void aStrangerIsNoHit() {
    CandidateList list = ExhaustiveSearch.rank(prints(PEOPLE + 5, 2), gallery);
    assertThat(Thresholds.STANDARD.decide(list, PEOPLE)).isInstanceOf(Decision.NoHit.class);
  }

  @Test
  void missingFingersAreNeutral() {
    TenPrint whole = prints(3, 2);
    Map<FingerPosition, Template> some = new EnumMap<>(FingerPosition.class);
    for (FingerPosition finger :
        List.of(
            FingerPosition.RIGHT_THUMB, FingerPosition.LEFT_INDEX, FingerPosition.LEFT_LITTLE)) {
      some.put(finger, whole.fingers().get(finger));
    }
    Candidate full = ExhaustiveSearch.rank(whole, gallery).candidates().getFirst();
    Candidate part = ExhaustiveSearch.rank(new TenPrint(some), gallery).candidates().getFirst();
    assertThat(part.personId()).isEqualTo(full.personId());
    assertThat(part.fingerScores().keySet()).isEqualTo(some.keySet());
    int same = some.keySet().stream().mapToInt(full.fingerScores()::get).sum();
    assertThat(part.score()).isEqualTo(same);
  }

  @Test
  void aPersonStandsOnceWithTheBestEncounter() {
    Map<FingerPosition, Template> two = new EnumMap<>(FingerPosition.class);
    two.put(FingerPosition.LEFT_RING, template(5 * 31L + 9, 2));
    two.put(FingerPosition.LEFT_LITTLE, template(5 * 31L + 10, 2));
    gallery.add(
        List.of(Entry.of(UUID.randomUUID(), persons.get(5), PEOPLE + 1L, new TenPrint(two))),
        PEOPLE + 1);
    CandidateList list = ExhaustiveSearch.rank(prints(5, 2), gallery);
    assertThat(list.candidates().stream().map(Candidate::personId)).doesNotHaveDuplicates();
    assertThat(list.searched()).isEqualTo(PEOPLE);
    assertThat(list.candidates().getFirst().fingerScores()).hasSize(10);
    assertThat(list.upTo()).isEqualTo(PEOPLE + 1);
  }

  @Test
  void onlyWhatCameSinceIsLookedAtAgain() {
    assertThat(ExhaustiveSearch.rankSince(prints(4, 2), gallery, 5).candidates())
        .noneMatch(c -> c.personId().equals(persons.get(4)));
    assertThat(
            ExhaustiveSearch.rankSince(prints(4, 2), gallery, 4).candidates().getFirst().personId())
        .isEqualTo(persons.get(4));
    assertThat(ExhaustiveSearch.rankSince(prints(4, 2), gallery, PEOPLE).candidates()).isEmpty();
  }

  @Test
  void whoIsRemovedIsNotFound() {
    gallery.remove(Set.of(gallery.snapshot().entries().get(2).encounterId()), PEOPLE + 1);
    assertThat(ExhaustiveSearch.rank(prints(2, 2), gallery).candidates())
        .noneMatch(c -> c.personId().equals(persons.get(2)));
    assertThat(gallery.snapshot().upTo()).isEqualTo(PEOPLE + 1);
  }

  @Test
  void aReadersSnapshotDoesNotChange() {
    List<Entry> before = gallery.snapshot().entries();
    gallery.add(List.of(Entry.of(UUID.randomUUID(), UUID.randomUUID(), 99, prints(40, 1))), 99);
    assertThat(before).hasSize(PEOPLE);
    assertThat(gallery.snapshot().entries()).hasSize(PEOPLE + 1);
  }

  @Test
  void anEmptyProbeIsACallersBug() {
    assertThatThrownBy(() -> ExhaustiveSearch.rank(new TenPrint(Map.of()), gallery))
        .hasMessage("fingers=0 limit=1..10");
  }

  private static TenPrint prints(int person, int impression) {
    Map<FingerPosition, Template> fingers = new EnumMap<>(FingerPosition.class);
    for (FingerPosition finger : FingerPosition.values()) {
      fingers.put(finger, template(person * 31L + finger.fgp(), impression));
    }
    return new TenPrint(fingers);
  }

  private static Template template(long finger, int impression) {
    Random places = new Random(finger);
    Random jitter = new Random(finger * 7 + impression);
    List<Minutia> minutiae = new ArrayList<>();
    for (int i = 0; i < 45; i++) {
      int x = 30 + places.nextInt(300) + jitter.nextInt(5);
      int y = 30 + places.nextInt(350) + jitter.nextInt(5);
      int direction = places.nextInt(65_536) + jitter.nextInt(1500) & 0xFFFF;
      minutiae.add(
          places.nextBoolean()
              ? new Minutia.RidgeEnding(x, y, direction, 0)
              : new Minutia.Bifurcation(x, y, direction, 0));
    }
    return new Template(400, 440, 500, 80, minutiae);
  }
}
