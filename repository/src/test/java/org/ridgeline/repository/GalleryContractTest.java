package org.ridgeline.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ridgeline.repository.People.ENGINE;
import static org.ridgeline.repository.People.encounter;
import static org.ridgeline.repository.People.entry;
import static org.ridgeline.repository.People.person;
import static org.ridgeline.repository.People.probe;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ridgeline.repository.Gallery.Options;
import org.ridgeline.search.decision.Thresholds;
import org.ridgeline.search.gallery.StoredEntry;
import org.ridgeline.search.rank.Found;
import org.ridgeline.search.rank.Probe;
import org.ridgeline.synth.print.ImpressionStyle;
import org.ridgeline.vocabulary.Candidate;
import org.ridgeline.vocabulary.Decision;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.Template;
import org.ridgeline.vocabulary.TenPrint;

/// What every gallery does, in files here, guarded, or in parts.
class GalleryContractTest {
  private static final int PEOPLE = 30;
  private static final Options EVERYBODY = new Options.Everybody(Thresholds.STANDARD, 0);

  /// The galleries there are.
  enum Kind {
    LOCAL((folder, owner) -> LocalGallery.open(folder, owner, ENGINE)),
    GUARDED((folder, owner) ->
        new GuardedGallery("criminal", folder, LocalGallery.open(folder, owner, ENGINE))),
    SPLIT((folder, _) -> new SplitGallery(folder, 3, ENGINE));

    private final BiFunction<Path, UUID, Gallery> opener;

    Kind(BiFunction<Path, UUID, Gallery> opener) {
      this.opener = opener;
    }
  }

  @TempDir private Path folder;
  private final List<Gallery> open = new ArrayList<>();

  @AfterEach
  void close() {
    open.forEach(Gallery::close);
  }

  private Gallery open(Kind kind) {
    open.add(kind.opener.apply(folder.resolve(kind.name()), new UUID(1, 1)));
    return open.getLast();
  }

  private Gallery filled(Kind kind) {
    Gallery gallery = open(kind);
    gallery.append(entries(1, PEOPLE), PEOPLE);
    return gallery;
  }

  private static List<StoredEntry> entries(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(People::entry).toList();
  }

  private static List<UUID> persons(Found found) {
    return found.candidates().candidates().stream().map(Candidate::personId).toList();
  }

  @ParameterizedTest
  @EnumSource
  void anEmptyGalleryFindsNobody(Kind kind) {
    Gallery gallery = open(kind);
    assertThat(gallery.upTo()).isZero();
    assertThat(gallery.encounters()).isZero();
    Found found = gallery.search(probe(1), EVERYBODY);
    assertThat(found.candidates().candidates()).isEmpty();
    assertThat(found.candidates().searched()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void whatWasAddedIsFound(Kind kind) {
    Gallery gallery = filled(kind);
    assertThat(gallery.upTo()).isEqualTo(PEOPLE);
    assertThat(gallery.encounters()).isEqualTo(PEOPLE);
    for (int number : new int[] {1, 17, PEOPLE}) {
      Found found = gallery.search(probe(number), EVERYBODY);
      assertThat(persons(found).getFirst()).isEqualTo(person(number));
      assertThat(found.candidates().searched()).isEqualTo(PEOPLE);
      assertThat(found.candidates().upTo()).isEqualTo(PEOPLE);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatWasRemovedIsNotFound(Kind kind) {
    Gallery gallery = filled(kind);
    gallery.remove(Set.of(encounter(17), encounter(1000)), PEOPLE + 1);
    assertThat(gallery.encounters()).isEqualTo(PEOPLE - 1);
    assertThat(gallery.upTo()).isEqualTo(PEOPLE + 1);
    assertThat(persons(gallery.search(probe(17), EVERYBODY))).doesNotContain(person(17));
  }

  @ParameterizedTest
  @EnumSource
  void aChangeSentAgainDoesNothing(Kind kind) {
    Gallery gallery = filled(kind);
    gallery.remove(Set.of(encounter(17)), PEOPLE + 1);
    gallery.append(entries(1, PEOPLE), PEOPLE);
    gallery.remove(Set.of(encounter(17)), PEOPLE + 1);
    assertThat(gallery.encounters()).isEqualTo(PEOPLE - 1);
    assertThat(gallery.upTo()).isEqualTo(PEOPLE + 1);
  }

  @ParameterizedTest
  @EnumSource
  void whoComesAgainTakesTheirOwnPlace(Kind kind) {
    Gallery gallery = filled(kind);
    var asAnother = new StoredEntry(encounter(17), person(99), PEOPLE + 1, entry(17).fingers());
    gallery.append(List.of(asAnother), PEOPLE + 1);
    assertThat(gallery.encounters()).isEqualTo(PEOPLE);
    assertThat(persons(gallery.search(probe(17), EVERYBODY)))
        .contains(person(99))
        .doesNotContain(person(17));
  }

  @ParameterizedTest
  @EnumSource
  void aChangeOfNobodyMovesHowFarItReaches(Kind kind) {
    Gallery gallery = filled(kind);
    gallery.append(List.of(), PEOPLE + 3);
    assertThat(gallery.upTo()).isEqualTo(PEOPLE + 3);
  }

  @ParameterizedTest
  @EnumSource
  void whatCameSinceIsAllThatIsLookedAt(Kind kind) {
    Gallery gallery = filled(kind);
    Found since = gallery.search(probe(PEOPLE), new Options.Since(PEOPLE - 2));
    assertThat(since.compared()).isEqualTo(2);
    assertThat(persons(since).getFirst()).isEqualTo(person(PEOPLE));
    assertThat(gallery.search(probe(1), new Options.Since(PEOPLE)).compared()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void equalScoresGoByEncounterId(Kind kind) {
    Gallery gallery = open(kind);
    List<UUID> ids =
        List.of(new UUID(-9, 1), new UUID(4, -1), new UUID(4, 1), new UUID(-9, -1), new UUID(1, 5));
    List<StoredEntry> twins = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      twins.add(new StoredEntry(ids.get(i), person(100 + i), i + 1, entry(1).fingers()));
    }
    gallery.append(twins, ids.size());
    Found found = gallery.search(probe(1), EVERYBODY);
    assertThat(found.candidates().candidates().stream().map(Candidate::encounterId))
        .containsExactlyElementsOf(
            ids.stream().sorted(Comparator.comparing(UUID::toString)).toList());
  }

  @ParameterizedTest
  @EnumSource
  void whoIsElsewhereRaisesTheLineAndMoreFingersAreCompared(Kind kind) {
    Gallery gallery = filled(kind);
    var many = new Options.Everybody(Thresholds.STANDARD, 1L << 40);
    Candidate amongFew = gallery.search(probe(3), EVERYBODY).candidates().candidates().getFirst();
    Candidate amongMany = gallery.search(probe(3), many).candidates().candidates().getFirst();
    assertThat(amongMany.personId()).isEqualTo(amongFew.personId()).isEqualTo(person(3));
    assertThat(amongMany.fingerScores()).hasSizeGreaterThan(amongFew.fingerScores().size());
  }

  @ParameterizedTest
  @EnumSource
  void forAHitAloneAHitIsFoundAsEverAndNobodyElseIs(Kind kind) {
    Gallery gallery = filled(kind);
    var forHit = new Options.ForHit(Thresholds.STANDARD, 0);
    for (int number = 1; number <= PEOPLE + 10; number++) {
      for (int fingers : new int[] {1, 2, 4, 10}) {
        Probe probe = ENGINE.probe(some(number, fingers));
        Decision all = decision(gallery.search(probe, EVERYBODY));
        Decision hit = decision(gallery.search(probe, forHit));
        assertThat(hit instanceof Decision.Hit).isEqualTo(all instanceof Decision.Hit);
        if (all instanceof Decision.Hit) {
          assertThat(hit).isEqualTo(all);
        }
      }
    }
  }

  /// The first fingers of somebody's.
  private static TenPrint some(int number, int fingers) {
    Map<FingerPosition, Template> taken = new EnumMap<>(FingerPosition.class);
    People.prints(number, 2, ImpressionStyle.plain(70))
        .fingers()
        .forEach((finger, template) -> {
          if (finger.fgp() <= fingers) {
            taken.put(finger, template);
          }
        });
    return new TenPrint(taken);
  }

  private static Decision decision(Found found) {
    return Thresholds.STANDARD.decide(found.candidates(), PEOPLE);
  }

  @Test
  void allKindsFindTheSame() {
    List<Gallery> galleries = List.of(filled(Kind.LOCAL), filled(Kind.GUARDED), filled(Kind.SPLIT));
    for (int number : new int[] {2, 29, 500}) {
      Found first = galleries.getFirst().search(probe(number), EVERYBODY);
      for (Gallery gallery : galleries) {
        assertThat(gallery.search(probe(number), EVERYBODY)).isEqualTo(first);
      }
    }
  }
}
