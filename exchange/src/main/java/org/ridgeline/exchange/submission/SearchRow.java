package org.ridgeline.exchange.submission;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.ridgeline.vocabulary.FingerSequence;

/// One repository's part of a submission.
public record SearchRow(
    String control,
    RepositoryName repository,
    boolean done,
    Optional<SearchDecision> decision,
    Found found,
    Extent extent,
    Tries tries,
    Optional<Instant> finishedAt) {
  /// What was found.
  /// - **Shape** `score` of the best candidate, also where it decided nothing; `sequence`: the name
  ///   of the [FingerSequence] in which the candidate was found
  public record Found(
      Optional<Integer> score,
      Optional<UUID> personId,
      Optional<UUID> encounterId,
      Optional<String> sequence) {
    static final Found NOTHING =
        new Found(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// What was searched.
  /// - **Shape** `searched`: encounters in the gallery then; `upTo` the newest of them
  public record Extent(int searched, long upTo) {}

  /// How often it failed, and why last.
  public record Tries(int attempts, Optional<String> lastError) {}

  /// This row with the decision that it failed.
  public SearchRow failed() {
    return of(SearchDecision.ERROR);
  }

  /// This row with a decision that names nobody.
  public SearchRow of(SearchDecision decided) {
    return with(decided, Found.NOTHING);
  }

  /// This row with the encounter of a person that answers it.
  public SearchRow found(UUID personId, UUID encounterId) {
    return with(
        SearchDecision.HIT,
        new Found(
            Optional.empty(), Optional.of(personId), Optional.of(encounterId), Optional.empty()));
  }

  private SearchRow with(SearchDecision decided, Found what) {
    return new SearchRow(
        control, repository, done, Optional.of(decided), what, extent, tries, finishedAt);
  }

  /// Whether the scores, or enrolment, found the person.
  public boolean isHit() {
    return decision.equals(Optional.of(SearchDecision.HIT));
  }

  /// In which order the fingers were taken: as their labels say, unless the search found otherwise.
  public FingerSequence order() {
    return otherOrder().flatMap(FingerSequence::ofName).orElse(FingerSequence.AS_GIVEN);
  }

  /// Whether the scores put somebody forward who is named here.
  public boolean isCandidate() {
    return decision.filter(d -> d == SearchDecision.HIT || d == SearchDecision.REVIEW).isPresent()
        && personId().isPresent()
        && encounterId().isPresent();
  }

  public Optional<Integer> score() {
    return found.score();
  }

  public Optional<UUID> personId() {
    return found.personId();
  }

  public Optional<UUID> encounterId() {
    return found.encounterId();
  }

  public int searched() {
    return extent.searched();
  }

  public long upTo() {
    return extent.upTo();
  }

  public int attempts() {
    return tries.attempts();
  }

  public Optional<String> lastError() {
    return tries.lastError();
  }

  /// The sequence, where fingers had to be taken in another order than they are labelled.
  public Optional<String> otherOrder() {
    return found.sequence().filter(name -> !name.equals(FingerSequence.AS_GIVEN.name()));
  }
}
