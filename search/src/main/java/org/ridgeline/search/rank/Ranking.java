package org.ridgeline.search.rank;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.ridgeline.vocabulary.Candidate;

/// The order of candidates: the best first, equal scores in [EncounterOrder].
final class Ranking {
  private static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparingInt(Candidate::score)
          .reversed()
          .thenComparing(Candidate::encounterId, EncounterOrder.LEAST_FIRST);

  private Ranking() {}

  /// The one that comes first; of one encounter found twice alike, `one`.
  static Candidate better(Candidate one, Candidate other) {
    return BEST_FIRST.compare(one, other) <= 0 ? one : other;
  }

  /// As many as a list may have.
  static List<Candidate> list(Collection<Candidate> candidates) {
    return candidates.stream().sorted(BEST_FIRST).limit(Limits.CANDIDATES_MAX).toList();
  }
}
