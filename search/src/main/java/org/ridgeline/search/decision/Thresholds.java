package org.ridgeline.search.decision;

import java.util.List;
import org.ridgeline.vocabulary.Candidate;
import org.ridgeline.vocabulary.CandidateList;
import org.ridgeline.vocabulary.Decision;
import org.ridgeline.vocabulary.FingerSequence;

/// Where a repository draws its lines: how often a search of somebody who is not there may bring up
/// somebody else, as a hit and as a possible candidate.
///
/// The fused score is a log-likelihood ratio. For any calibrated ratio, at most `2^-t` of strangers
/// reach `t` bits, so among `N` persons `FPIR(N, T) <= N · 2^-T`. The line for a wanted FPIR
/// therefore rises by a bit each time the number of persons doubles. The bound is as good as the
/// table it rests on ([Calibration#full()]), whose upper end is capped where the measured pairs
/// end.
/// - **Unit** false positive identification rates, as shares of searches; lines in centibits
/// - **Error** a rate not above 0 and below 1, or a review rate below the hit rate:
///   IllegalArgumentException
public record Thresholds(double hitFpir, double reviewFpir) {
  /// One false hit in 1,000 searches, one false candidate for review in 20.
  public static final Thresholds STANDARD = new Thresholds(0.001, 0.05);

  /// Of a search at the roadside: whoever reads it acts within minutes and cannot look at prints,
  /// so one false hit in 10,000 searches, one false candidate in 100.
  public static final Thresholds RAPID = new Thresholds(0.0001, 0.01);

  /// Lines are not drawn lower than for so many persons, however small a gallery is: it grows.
  public static final long PERSONS_MIN = 10_000;

  /// What a logarithm may be off by.
  private static final double ROUNDING = 1e-6;

  /// A probe found with its fingers in another order had several more ways to be found.
  private static final int SEQUENCE_CENTIBITS = 350;

  public Thresholds {
    if (!(hitFpir > 0 && hitFpir <= reviewFpir && reviewFpir < 1)) {
      throw new IllegalArgumentException(
          "hitFpir=" + hitFpir + " reviewFpir=" + reviewFpir + " expected 0<hitFpir<=reviewFpir<1");
    }
  }

  /// The score a hit needs among so many persons: of all repositories that are searched together.
  public int hitMin(long persons) {
    return line(hitFpir, persons);
  }

  /// The score a possible candidate needs.
  public int reviewMin(long persons) {
    return line(reviewFpir, persons);
  }

  private static int line(double fpir, long persons) {
    return centibits(fpir, Math.max(persons, PERSONS_MIN));
  }

  /// The score that strangers reach in at most such a share of so many chances together.
  static int centibits(double share, long chances) {
    return (int) StrictMath.ceil(100 * log2(chances / share) - ROUNDING);
  }

  private static double log2(double value) {
    return StrictMath.log(value) / StrictMath.log(2);
  }

  /// How often a search of so many persons brings up a stranger with this score or more, at most.
  public static double fpir(int score, long persons) {
    return Math.min(1, Math.max(persons, 1) * StrictMath.pow(2, -score / 100.0));
  }

  /// What the scores of a search among so many persons say. A candidate found with the fingers in
  /// another order than labelled is never a hit: somebody must look at the card.
  public Decision decide(CandidateList list, long persons) {
    List<Candidate> candidates = list.candidates();
    if (!candidates.isEmpty()
        && candidates.getFirst().score() >= hitMin(persons)
        && candidates.getFirst().sequence().equals(FingerSequence.AS_GIVEN)) {
      return new Decision.Hit(candidates.getFirst());
    }
    int line = reviewMin(persons);
    List<Candidate> review = candidates.stream().filter(c -> evidence(c) >= line).toList();
    return review.isEmpty() ? new Decision.NoHit() : new Decision.Review(review);
  }

  private static int evidence(Candidate candidate) {
    boolean given = candidate.sequence().equals(FingerSequence.AS_GIVEN);
    return given ? candidate.score() : candidate.score() - SEQUENCE_CENTIBITS;
  }
}
