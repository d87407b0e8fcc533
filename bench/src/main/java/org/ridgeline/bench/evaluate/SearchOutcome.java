package org.ridgeline.bench.evaluate;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.UUID;
import org.ridgeline.bench.statistics.Scores;
import org.ridgeline.vocabulary.Candidate;
import org.ridgeline.vocabulary.CandidateList;

/// What one search gave.
/// - **Shape** `mateRank`: from 1; those with the same score as the mate count as before it, so a
///   matcher that scores everybody alike finds nobody. `others`: the best score of anybody else;
///   [Scores#NEVER] where there is none. `penetration`, `latencyMs`: of searches that were made
record SearchOutcome(
    int subject,
    OptionalInt mateRank,
    double mateScore,
    double others,
    OptionalDouble penetration,
    double latencyMs) {

  /// A probe without a usable finger: not searched, and found nothing.
  static SearchOutcome notMade(int subject) {
    return new SearchOutcome(
        subject, OptionalInt.empty(), Scores.NEVER, Scores.NEVER, OptionalDouble.empty(), 0);
  }

  static SearchOutcome of(int subject, UUID mate, Engine.Searched searched, int size, double ms) {
    CandidateList list = searched.candidates();
    double mateScore = Scores.NEVER;
    double others = Scores.NEVER;
    for (Candidate candidate : list.candidates()) {
      if (candidate.personId().equals(mate)) {
        mateScore = candidate.score();
      } else {
        others = Math.max(others, candidate.score());
      }
    }
    double reached = mateScore;
    long rank = list.candidates().stream().filter(c -> c.score() >= reached).count();
    return new SearchOutcome(
        subject,
        mateScore == Scores.NEVER ? OptionalInt.empty() : OptionalInt.of((int) rank),
        mateScore,
        others,
        OptionalDouble.of((double) searched.compared() / size),
        ms);
  }
}
