package org.ridgeline.search.rank;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ridgeline.search.gallery.Entry;
import org.ridgeline.search.gallery.Gallery;
import org.ridgeline.vocabulary.Candidate;
import org.ridgeline.vocabulary.CandidateList;
import org.ridgeline.vocabulary.TenPrint;

/// Compares a probe with every entry of a gallery, on all cores.
/// - **Unit** about 70 µs a finger pair on one core; 1,000 ten-print persons take 0.7 s of one core
public final class ExhaustiveSearch {
  /// Most persons a search puts forward.
  public static final int CANDIDATES_MAX = 20;

  private static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparingInt(Candidate::score).reversed().thenComparing(Candidate::encounterId);

  private ExhaustiveSearch() {}

  /// The persons of the gallery most like the probe.
  public static CandidateList rank(TenPrint prints, Gallery gallery) {
    Gallery.Snapshot now = gallery.snapshot();
    return rank(prints, now.entries(), now.upTo());
  }

  /// The persons among the entries with a change number above `after` most like the probe: what a
  /// search that saw the gallery up to `after` has missed since.
  public static CandidateList rankSince(TenPrint prints, Gallery gallery, long after) {
    Gallery.Snapshot now = gallery.snapshot();
    List<Entry> entries = now.entries().stream().filter(e -> e.change() > after).toList();
    return rank(prints, entries, now.upTo());
  }

  private static CandidateList rank(TenPrint prints, List<Entry> entries, long upTo) {
    Probe probe = Probe.of(prints);
    Map<UUID, Candidate> best = new HashMap<>();
    entries.parallelStream()
        .map(entry -> candidate(probe, entry))
        .toList()
        .forEach(
            candidate -> best.merge(candidate.personId(), candidate, ExhaustiveSearch::better));
    List<Candidate> candidates =
        best.values().stream().sorted(BEST_FIRST).limit(CANDIDATES_MAX).toList();
    return new CandidateList(candidates, best.size(), upTo);
  }

  private static Candidate candidate(Probe probe, Entry entry) {
    var scores = probe.compare(entry);
    return new Candidate(
        entry.personId(),
        entry.encounterId(),
        Fusion.sum(scores),
        scores,
        org.ridgeline.vocabulary.FingerSequence.AS_GIVEN);
  }

  private static Candidate better(Candidate one, Candidate other) {
    return BEST_FIRST.compare(one, other) <= 0 ? one : other;
  }
}
