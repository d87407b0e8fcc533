package org.ridgeline.exchange.submission;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ridgeline.vocabulary.FindingCode;

/// A card that was held for quality control, as its row stands.
/// - **Shape** `reasons`: codes of the findings it is held for; `findingsFrom`: the number of the
///   first finding of the extraction that led here; `dueAt`: when it goes on by itself; `claim`:
///   who has it before them, expired or not
public record QualityHold(
    String control,
    List<FindingCode> reasons,
    int findingsFrom,
    Instant heldAt,
    Instant dueAt,
    int priority,
    Optional<Claim> claim,
    Optional<Decided> decided) {
  public QualityHold {
    reasons = List.copyOf(reasons);
  }

  /// What became of it.
  public enum Decision {
    /// A person lets it be searched.
    SEARCH,
    /// A person refuses it.
    REFUSE,
    /// Its time ran out: it goes on as it would have gone without a hold.
    EXPIRED
  }

  /// Who has it before them, and until when nobody else can take it.
  public record Claim(String by, Instant until) {}

  /// - **Shape** `reason` in a person's words; empty where its time ran out
  public record Decided(Decision decision, String by, Instant at, String reason) {}

  /// Whether it waits for a decision and there is time for one.
  public boolean isOpen(Instant now) {
    return decided.isEmpty() && now.isBefore(dueAt);
  }

  /// Who has it before them at a moment.
  public Optional<String> holder(Instant now) {
    return claim.filter(c -> now.isBefore(c.until())).map(Claim::by);
  }
}
