package org.ridgeline.vocabulary;

import java.util.List;

/// The persons a search puts forward, best first, each person once.
/// - **Shape** `searched`: encounters in the gallery then; `upTo`: the gallery's change number the
///   search saw
public record CandidateList(List<Candidate> candidates, int searched, long upTo) {
  public CandidateList {
    candidates = List.copyOf(candidates);
    for (int i = 1; i < candidates.size(); i++) {
      if (candidates.get(i - 1).score() < candidates.get(i).score()) {
        throw new IllegalArgumentException("candidates out of order at rank " + (i + 1));
      }
    }
  }
}
