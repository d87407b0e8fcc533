package org.ridgeline.search.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.extract.Extractor;
import org.ridgeline.search.gallery.GallerySizes;
import org.ridgeline.search.gallery.StoredEntry;
import org.ridgeline.search.gallery.StoredGallery;
import org.ridgeline.synth.print.FingerMaker;
import org.ridgeline.synth.print.Impression;
import org.ridgeline.synth.print.ImpressionStyle;
import org.ridgeline.vocabulary.Candidate;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.Template;
import org.ridgeline.vocabulary.TenPrint;

/// Searches among people whose ridges are kept outside the gallery.
class RidgeSearchTest {
  private static final FingerPosition FINGER = FingerPosition.RIGHT_INDEX;
  private static final int PEOPLE = 14;
  private static final int BOOKINGS = 6;
  private static final Engine ENGINE = Engine.standard();

  @TempDir private Path folder;
  private StoredGallery gallery;
  private final Map<UUID, Map<FingerPosition, Template>> kept = new HashMap<>();
  private final List<List<FingerPosition>> asked = new ArrayList<>();
  private int read;
  private final RidgeSource source =
      (ids, fingers) -> {
        asked.add(fingers);
        read += ids.size();
        Map<UUID, Map<FingerPosition, Template>> found = new HashMap<>(kept);
        found.keySet().retainAll(ids);
        return found;
      };

  @BeforeEach
  void fill() {
    gallery = StoredGallery.open(folder, new UUID(1, 1), GallerySizes.STANDARD);
    List<StoredEntry> entries = new ArrayList<>();
    for (int person = 0; person < PEOPLE; person++) {
      TenPrint prints = print(person, 1);
      UUID encounter = new UUID(3, person);
      entries.add(
          new StoredEntry(encounter, new UUID(2, person), person + 1, ENGINE.store(prints)));
      kept.put(encounter, prints.fingers());
    }
    gallery.append(entries, PEOPLE);
  }

  @AfterEach
  void close() {
    gallery.close();
  }

  @Test
  void whereBothRidgesAreKnownTheyAreWhatIsCompared() {
    Engine reading = ENGINE.reading(source);
    for (int person = 0; person < PEOPLE; person++) {
      List<Candidate> candidates = search(reading, print(person, 2));
      assertThat(candidates.getFirst().personId()).isEqualTo(new UUID(2, person));
      int ridges = ENGINE.calibration().ridges().at(Integer.MAX_VALUE);
      assertThat(candidates.getFirst().score()).isEqualTo(ridges);
      assertThat(candidates.get(1).score()).isNegative();
    }
    assertThat(asked).contains(List.of(FINGER));
  }

  @Test
  void ridgesAreReadOfTheBestByTheirMinutiaeAlone() {
    Engine reading = ENGINE.reading(source);
    List<Candidate> candidates = search(reading, print(3, 2));
    assertThat(candidates.getFirst().personId()).isEqualTo(new UUID(2, 3));
    assertThat(read).isBetween(1, PEOPLE - 1);
    assertThat(candidates).as("all are compared, one way or the other").hasSize(PEOPLE);
  }

  @Test
  void ofAPersonBookedAgainAndAgainOneClearEncounterIsEnough() {
    UUID often = new UUID(2, 77);
    List<StoredEntry> entries = new ArrayList<>();
    for (int booking = 1; booking <= BOOKINGS; booking++) {
      TenPrint prints = hand(77, booking);
      UUID encounter = new UUID(4, booking);
      entries.add(new StoredEntry(encounter, often, PEOPLE + booking, ENGINE.store(prints)));
      kept.put(encounter, prints.fingers());
    }
    gallery.append(entries, PEOPLE + BOOKINGS);
    List<UUID> ofOften = new ArrayList<>();
    RidgeSource counting =
        (ids, fingers) -> {
          ids.stream().filter(id -> id.getMostSignificantBits() == 4).forEach(ofOften::add);
          return source.templates(ids, fingers);
        };
    List<Candidate> candidates = search(ENGINE.reading(counting), hand(77, BOOKINGS + 1));
    assertThat(candidates.getFirst().personId()).isEqualTo(often);
    assertThat(ofOften).hasSize(1);
  }

  @Test
  void forHitsAloneAMateIsWhoTheyAreAndOneFingerIsNobody() {
    UUID mate = new UUID(2, 77);
    TenPrint prints = hand(77, 1);
    gallery.append(
        List.of(new StoredEntry(new UUID(4, 1), mate, PEOPLE + 1, ENGINE.store(prints))),
        PEOPLE + 1);
    kept.put(new UUID(4, 1), prints.fingers());
    Engine reading = ENGINE.reading(source);
    Engine.Options forHits = Engine.Options.STANDARD.forHits();
    Probe mated = reading.probe(hand(77, 2));
    Candidate first = search(reading, hand(77, 2)).getFirst();
    assertThat(first.personId()).isEqualTo(mate);
    assertThat(
            reading.search(mated, gallery.snapshot(), forHits).candidates().candidates().getFirst())
        .isEqualTo(first);
    // One finger says less than any line.
    Probe one = reading.probe(print(3, 2));
    assertThat(reading.search(one, gallery.snapshot(), forHits).candidates().candidates())
        .allMatch(candidate -> candidate.score() <= 0);
  }

  private static TenPrint hand(int person, int touch) {
    Map<FingerPosition, Template> fingers = new EnumMap<>(FingerPosition.class);
    for (FingerPosition finger : FingerPosition.values()) {
      if (finger.fgp() <= 5) {
        fingers.put(finger, print(person, finger, touch));
      }
    }
    return new TenPrint(fingers);
  }

  @Test
  void withoutRidgesOnEitherSideMinutiaeAreCompared() {
    List<Candidate> minutiae = search(ENGINE, print(1, 2));
    assertThat(search(ENGINE.reading(RidgeSource.NONE), print(1, 2))).isEqualTo(minutiae);
    assertThat(search(ENGINE.reading(source), withoutRidges(print(1, 2)))).isEqualTo(minutiae);
    kept.replaceAll((_, prints) -> withoutRidges(new TenPrint(prints)).fingers());
    assertThat(search(ENGINE.reading(source), print(1, 2))).isEqualTo(minutiae);
  }

  @Test
  void aSearchInPartsReadsTheSameRidges() {
    Engine reading = ENGINE.reading(source);
    Probe probe = reading.probe(print(2, 2));
    Found parts =
        reading.search(probe, List.of(reading.part(gallery.snapshot())), Engine.Options.STANDARD);
    assertThat(parts.candidates().candidates()).isEqualTo(search(reading, print(2, 2)));
  }

  private List<Candidate> search(Engine engine, TenPrint prints) {
    return engine
        .search(engine.probe(prints), gallery.snapshot(), Engine.Options.STANDARD)
        .candidates()
        .candidates();
  }

  private static TenPrint withoutRidges(TenPrint prints) {
    Template whole = prints.fingers().get(FINGER);
    return new TenPrint(
        Map.of(
            FINGER,
            new Template(
                whole.widthPx(),
                whole.heightPx(),
                whole.resolutionPpi(),
                whole.quality(),
                whole.minutiae())));
  }

  private static TenPrint print(int person, int touch) {
    return new TenPrint(Map.of(FINGER, print(person, FINGER, touch)));
  }

  private static Template print(int person, FingerPosition finger, int touch) {
    return Extractor.extract(
        Impression.of(FingerMaker.make(900 + person, finger), touch, ImpressionStyle.plain(75)));
  }
}
