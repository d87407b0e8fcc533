package org.ridgeline.vocabulary;

import java.util.Map;
import java.util.UUID;

/// One person a search put forward, with the evidence.
/// - **Unit** `score` in hundredths of a bit of log-likelihood ratio, fused over fingers;
///   `fingerScores` the same, finger by finger
public record Candidate(
    UUID personId, UUID encounterId, int score, Map<FingerPosition, Integer> fingerScores) {
  public Candidate {
    fingerScores = Map.copyOf(fingerScores);
  }
}
