package org.ridgeline.search.decision;

import java.util.List;
import org.ridgeline.vocabulary.Candidate;
import org.ridgeline.vocabulary.CandidateList;
import org.ridgeline.vocabulary.Decision;

/// Where a repository draws its lines, on the fused score.
///
/// The fused score is a log-likelihood ratio. For any calibrated ratio, at most `2^-t` of impostors
/// reach `t` bits, so a search of `N` persons has `FPIR(N, T) <= N · 2^-T`. At [#STANDARD] a hit
/// needs 30 bits: at most one false hit in 1,000 searches of a million persons; the review band
/// starts at 20 bits: at most one false candidate in 100 searches of ten thousand persons. The
/// bound is as good as the table in `Fusion`, whose tail is capped where the measured pairs end;
/// docs/search.md has the distributions.
/// - **Unit** centibits
/// - **Error** review above hit, or a line at or below 0: IllegalArgumentException
public record Thresholds(int hitMin, int reviewMin) {
  /// The lines both repositories start with.
  public static final Thresholds STANDARD = new Thresholds(3000, 2000);

  public Thresholds {
    if (reviewMin < 1 || hitMin < reviewMin) {
      throw new IllegalArgumentException(
          "hitMin=" + hitMin + " reviewMin=" + reviewMin + " expected hitMin>=reviewMin>=1");
    }
  }

  /// What the scores of a search say.
  public Decision decide(CandidateList list) {
    List<Candidate> candidates = list.candidates();
    if (!candidates.isEmpty() && candidates.getFirst().score() >= hitMin) {
      return new Decision.Hit(candidates.getFirst());
    }
    List<Candidate> review = candidates.stream().filter(c -> c.score() >= reviewMin).toList();
    return review.isEmpty() ? new Decision.NoHit() : new Decision.Review(review);
  }
}
