package org.ridgeline.casework.custody;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A case that a person took to a prosecutor because of an earlier removal, and what came of it.
/// - **Shape** `priorRemoval` the record of the removal, by its number or document; `steps` in the
///   order reported
public record Referral(
    UUID referralId,
    UUID caseId,
    PriorRemoval priorRemoval,
    String referredTo,
    Instant referredAt,
    String by,
    List<Step> steps) {
  /// The record of an earlier removal.
  public record PriorRemoval(String record, LocalDate removedOn) {}

  /// One report.
  /// - **Shape** `sentence` in the court's words, `sentenceEnd` where there is one
  public record Step(
      ReferralStep step,
      LocalDate on,
      String sentence,
      Optional<LocalDate> sentenceEnd,
      String source,
      String by) {}

  public Referral {
    steps = List.copyOf(steps);
  }
}
