package org.ridgeline.vocabulary;

import java.util.Map;
import java.util.UUID;

/// One person a search put forward, with the evidence.
/// - **Unit** `score` in hundredths of a bit of log-likelihood ratio, fused over fingers;
///   `fingerScores` the same, finger by finger, by the probe's labels
/// - **Shape** `sequence`: how the probe's labels had to be taken for the score
public record Candidate(
    UUID personId,
    UUID encounterId,
    int score,
    Map<FingerPosition, Integer> fingerScores,
    FingerSequence sequence) {
  public Candidate {
    fingerScores = Map.copyOf(fingerScores);
  }
}
