package org.ridgeline.bench.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ridgeline.vocabulary.FingerPosition;

/// The persons of gallery and probe folders. Folders go in pairs: the first probes are of the
/// people of the first gallery, and so on; people of different pairs are different people.
///
/// Names without a person: so many consecutive fingers of both folders make one person, in order of
/// their numbers. Names with one: the finger is an FGP; with one finger a person, every finger is a
/// person of its own, compared at one position.
/// - **Shape** `unused`: prints of positions not asked for, and of fingers left over
record Subjects(List<Subject> subjects, int unused) {
  /// What is compared, by the number of fingers.
  static List<FingerPosition> positions(int fingers) {
    return switch (fingers) {
      case 1 -> List.of(FingerPosition.RIGHT_INDEX);
      case 2 -> List.of(FingerPosition.RIGHT_INDEX, FingerPosition.LEFT_INDEX);
      case 4 ->
          List.of(
              FingerPosition.RIGHT_INDEX,
              FingerPosition.RIGHT_MIDDLE,
              FingerPosition.RIGHT_RING,
              FingerPosition.RIGHT_LITTLE);
      case 10 -> List.of(FingerPosition.values());
      default -> throw new IllegalArgumentException("fingers=" + fingers + " limit=1, 2, 4 or 10");
    };
  }

  static Subjects of(List<PrintFolder> galleries, List<PrintFolder> probes, int fingers) {
    if (galleries.size() != probes.size()) {
      throw new IllegalArgumentException(
          "gallery folders=%d probe folders=%d; expected as many of each, in pairs"
              .formatted(galleries.size(), probes.size()));
    }
    PrintFolder.checkDifferent(galleries);
    PrintFolder.checkDifferent(probes);
    List<Subject> subjects = new ArrayList<>();
    int unused = 0;
    for (int i = 0; i < galleries.size(); i++) {
      Pair pair = new Pair(galleries.get(i), probes.get(i), positions(fingers));
      pair.collect();
      for (Subject.Builder builder : pair.builders.values()) {
        subjects.add(builder.build(i));
      }
      unused += pair.unused.size();
    }
    if (subjects.stream().noneMatch(s -> s.isMated() && !s.probes().isEmpty())) {
      throw new IllegalArgumentException(
          "gallery=%s probes=%s fingers=%d: no probe has a mate in the gallery; expected prints of"
                  .formatted(galleries, probes, fingers)
              + " the same person or finger in both, under the same name");
    }
    return new Subjects(subjects, unused);
  }

  /// The set of each subject.
  int[] sets() {
    return subjects.stream().mapToInt(Subject::set).toArray();
  }

  /// All prints that take part, each once.
  List<PrintFile> files() {
    return subjects.stream()
        .flatMap(subject -> {
          List<PrintFile> files = new ArrayList<>(subject.enrolled().values());
          subject.probes().forEach(probe -> files.addAll(probe.values()));
          return files.stream();
        })
        .toList();
  }

  /// A gallery folder and its probes.
  private static final class Pair {
    private final PrintFolder gallery;
    private final PrintFolder probes;
    private final List<FingerPosition> positions;
    private final Map<String, Subject.Builder> builders = new LinkedHashMap<>();
    private final Set<Path> unused = new HashSet<>();

    Pair(PrintFolder gallery, PrintFolder probes, List<FingerPosition> positions) {
      this.gallery = gallery;
      this.probes = probes;
      this.positions = positions;
    }

    void collect() {
      if (gallery.hasPersons() != probes.hasPersons()) {
        throw new IllegalArgumentException(
            "gallery=%s probes=%s have different forms of names; %s"
                .formatted(gallery, probes, PrintFile.EXPECTED));
      }
      Map<String, Place> places = gallery.hasPersons() ? named() : numbered();
      for (PrintFile file : gallery.files()) {
        place(places, file).ifPresent(p -> builder(p).gallery(p.position(), file));
      }
      for (PrintFile file : probes.files()) {
        place(places, file).ifPresent(p -> builder(p).probe(p.position(), file));
      }
    }

    private Optional<Place> place(Map<String, Place> places, PrintFile file) {
      Optional<Place> place = Optional.ofNullable(places.get(file.fingerKey()));
      if (place.isEmpty()) {
        unused.add(file.path());
      }
      return place;
    }

    private Subject.Builder builder(Place place) {
      return builders.computeIfAbsent(place.person(), _ -> new Subject.Builder());
    }

    /// Consecutive fingers of both folders.
    private Map<String, Place> numbered() {
      Map<String, Place> places = new HashMap<>();
      List<String> fingers = List.copyOf(fingers());
      int whole = fingers.size() - fingers.size() % positions.size();
      if (whole == 0) {
        throw new IllegalArgumentException(
            "gallery=%s probes=%s have %d fingers; expected %d or more, which make one person"
                .formatted(gallery, probes, fingers.size(), positions.size()));
      }
      for (int i = 0; i < whole; i++) {
        String person = String.valueOf(i / positions.size());
        places.put(fingers.get(i), new Place(person, positions.get(i % positions.size())));
      }
      return places;
    }

    private Collection<String> fingers() {
      Set<String> keys = new TreeSet<>(PrintFile::compareNames);
      gallery.files().forEach(file -> keys.add(file.fingerKey()));
      probes.files().forEach(file -> keys.add(file.fingerKey()));
      return keys;
    }

    /// Fingers by their FGP.
    private Map<String, Place> named() {
      Map<String, Place> places = new TreeMap<>();
      for (PrintFolder folder : List.of(gallery, probes)) {
        for (PrintFile file : folder.files()) {
          if (positions.size() == 1) {
            places.put(file.fingerKey(), new Place(file.fingerKey(), positions.getFirst()));
          } else if (positions.contains(position(file))) {
            places.put(file.fingerKey(), new Place(file.person().orElseThrow(), position(file)));
          }
        }
      }
      return places;
    }

    private static FingerPosition position(PrintFile file) {
      return Optional.of(file.finger())
          .filter(finger -> finger.matches("[0-9]{1,2}"))
          .flatMap(finger -> FingerPosition.ofFgp(Integer.parseInt(finger)))
          .orElseThrow(() ->
              new IllegalArgumentException(
                  "file=%s finger=%s expected an FGP 1..10 in PERSON_FINGER_IMPRESSION.ext"
                      .formatted(file.path(), file.finger())));
    }
  }

  /// Whose finger a print is of, and where it is compared.
  private record Place(String person, FingerPosition position) {}
}
