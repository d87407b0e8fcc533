package org.ridgeline.search.rank;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ridgeline.search.gallery.StoredFinger;
import org.ridgeline.vocabulary.FingerPosition;

/// An encounter that came through the scan of a part of a gallery, with what the first two stages
/// say of it.
///
/// All of it depends on the probe and on this encounter alone, so it is the same whatever else lies
/// in the part. Which survivors go on does depend on the others: that is for [#merge] to say, for
/// one part as for many.
/// - **Shape** `distance`: of the codes, the less the nearer; `score`: of the signatures, the more
///   the better; `prints`: there for each that may still be among the best of the whole
public record Survivor(UUID encounterId, int distance, int score, Optional<Prints> prints) {
  private static final Comparator<Survivor> BY_ID =
      Comparator.comparing(Survivor::encounterId, EncounterOrder.LEAST_FIRST);
  private static final Comparator<Survivor> NEAREST_FIRST =
      Comparator.comparingInt(Survivor::distance).thenComparing(BY_ID);
  private static final Comparator<Survivor> BEST_FIRST =
      Comparator.comparingInt(Survivor::score).reversed().thenComparing(BY_ID);

  /// What the later stages look at.
  /// - **Shape** `fingers`: those that the probe has, too, by their own labels; may be empty
  public record Prints(UUID personId, Map<FingerPosition, StoredFinger> fingers) {
    public Prints {
      Map<FingerPosition, StoredFinger> copy = new EnumMap<>(FingerPosition.class);
      copy.putAll(fingers);
      fingers = Collections.unmodifiableMap(copy);
    }
  }

  /// Those of all parts that go on to the quick look, in the order in which it takes them: of the
  /// `scanned` nearest, the `rescored` best; equals in [EncounterOrder].
  ///
  /// The same as if the gallery lay in one part, since each part's list holds all of its encounters
  /// that are among the nearest of the whole: whoever is nearer than one of these is nearer in its
  /// own part, too.
  /// - **Shape** `parts`: of each part the answer to one [Look] at one sequence; an encounter lies
  ///   in one part only; `lists`: those of the look
  /// - **Error** one that goes on without prints (a part was asked with other lists):
  ///   IllegalArgumentException
  public static List<Survivor> merge(List<List<Survivor>> parts, Shortlists lists) {
    List<Survivor> merged =
        parts.stream()
            .flatMap(List::stream)
            .sorted(NEAREST_FIRST)
            .limit(lists.scanned())
            .sorted(BEST_FIRST)
            .limit(lists.rescored())
            .toList();
    for (Survivor survivor : merged) {
      if (survivor.prints().isEmpty()) {
        throw new IllegalArgumentException(
            "encounterId=" + survivor.encounterId() + " came without prints, lists=" + lists);
      }
    }
    return merged;
  }
}
