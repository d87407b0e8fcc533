package org.ridgeline.bench.evaluate;

import com.machinezoo.sourceafis.FingerprintMatcher;
import com.machinezoo.sourceafis.FingerprintTemplate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.ridgeline.bench.PeopleGallery;
import org.ridgeline.bench.peer.SourceAfisMatcher;
import org.ridgeline.search.gallery.PackedMinutiae;
import org.ridgeline.search.gallery.Segment;
import org.ridgeline.search.gallery.StoredGallery;
import org.ridgeline.vocabulary.Candidate;
import org.ridgeline.vocabulary.CandidateList;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.FingerSequence;
import org.ridgeline.vocabulary.TenPrint;

/// SourceAFIS on every finger of every person, fused by a table of its own: nobody is passed over.
/// - **Limit** so many distractors as the constructor is told: a person of ten fingers takes 100 kB
///   of heap and 0.7 ms of a search
final class ExhaustiveEngine implements Engine {
  private static final int CANDIDATES_MAX = 20;

  private static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparingInt(Candidate::score).reversed().thenComparing(Candidate::personId);

  private final int distractorsMax;
  private final List<Enrolled> people = Collections.synchronizedList(new ArrayList<>());

  private record Enrolled(UUID id, Map<FingerPosition, FingerprintTemplate> fingers) {}

  ExhaustiveEngine(int distractorsMax) {
    this.distractorsMax = distractorsMax;
  }

  @Override
  public String name() {
    return "exhaustive";
  }

  @Override
  public void enrol(UUID personId, TenPrint prints) {
    Map<FingerPosition, FingerprintTemplate> fingers = new EnumMap<>(FingerPosition.class);
    prints
        .fingers()
        .forEach((finger, template) -> {
          int[] packed = PackedMinutiae.pack(template);
          fingers.put(finger, SourceAfisMatcher.template(packed, packed.length));
        });
    people.add(new Enrolled(personId, fingers));
  }

  /// - **Shape** `file`: a folder that `synth people --gallery` wrote; its first people are taken
  @Override
  public int enrolDistractors(Path file, Set<FingerPosition> positions) {
    int before = people.size();
    try (StoredGallery gallery = PeopleGallery.existing(file)) {
      for (Segment segment : gallery.snapshot().segments()) {
        int room = distractorsMax - (people.size() - before);
        IntStream.range(0, Math.min(segment.count(), Math.max(0, room)))
            .parallel()
            .forEach(row -> enrol(segment, row, positions));
      }
    }
    return people.size() - before;
  }

  private void enrol(Segment segment, int row, Set<FingerPosition> positions) {
    int[] minutiae = new int[PackedMinutiae.MINUTIAE_MAX];
    Map<FingerPosition, FingerprintTemplate> fingers = new EnumMap<>(FingerPosition.class);
    for (FingerPosition finger : positions) {
      int count = segment.minutiae(row, finger.fgp() - 1, minutiae);
      if (count > 0) {
        fingers.put(finger, SourceAfisMatcher.template(minutiae, count));
      }
    }
    people.add(new Enrolled(segment.personId(row), fingers));
  }

  @Override
  public int size() {
    return people.size();
  }

  @Override
  public Searched search(TenPrint probe) {
    Map<FingerPosition, FingerprintMatcher> matchers = new EnumMap<>(FingerPosition.class);
    probe
        .fingers()
        .forEach((finger, template) ->
            matchers.put(finger, SourceAfisMatcher.matcher(PackedMinutiae.pack(template))));
    List<Candidate> candidates =
        List.copyOf(people).parallelStream()
            .map(person -> candidate(matchers, person))
            .sorted(BEST_FIRST)
            .limit(CANDIDATES_MAX)
            .toList();
    return new Searched(new CandidateList(candidates, people.size(), 0), people.size());
  }

  private Candidate candidate(Map<FingerPosition, FingerprintMatcher> probe, Enrolled person) {
    Map<FingerPosition, Integer> scores = new EnumMap<>(FingerPosition.class);
    probe.forEach((finger, matcher) -> {
      FingerprintTemplate other = person.fingers().get(finger);
      if (other != null) {
        scores.put(finger, SourceAfisMatcher.centibits(matcher, other));
      }
    });
    int sum = scores.values().stream().mapToInt(Integer::intValue).sum();
    return new Candidate(person.id(), person.id(), sum, scores, FingerSequence.AS_GIVEN);
  }
}
