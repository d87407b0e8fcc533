package org.ridgeline.exchange.submission;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// One repository's part of a submission.
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
    Optional<String> lastError) {
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
        lastError);
  }
}
