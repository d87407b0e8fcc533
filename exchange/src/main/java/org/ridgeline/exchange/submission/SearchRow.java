package org.ridgeline.exchange.submission;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.ridgeline.vocabulary.FingerSequence;

/// One repository's part of a submission.
/// - **Shape** `searched`: encounters in the gallery then; `sequence`: the name of the
///   [FingerSequence] in which the candidate was found
public record SearchRow(
    String control,
    String repository,
    boolean done,
    Optional<SearchDecision> decision,
    Optional<Integer> score,
    Optional<UUID> personId,
    Optional<UUID> encounterId,
    int searched,
    long upTo,
    int attempts,
    Optional<Instant> finishedAt,
    Optional<String> lastError,
    Optional<String> sequence) {
  /// This row with the decision that it failed.
  public SearchRow failed() {
    return new SearchRow(
        control,
        repository,
        done,
        Optional.of(SearchDecision.ERROR),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        searched,
        upTo,
        attempts,
        finishedAt,
        lastError,
        Optional.empty());
  }

  /// The sequence, where fingers had to be taken in another order than they are labelled.
  public Optional<String> otherOrder() {
    return sequence.filter(name -> !name.equals(FingerSequence.AS_GIVEN.name()));
  }
}
