package org.ridgeline.casework.redress;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What a recipient of something wrong is told, and whether they said that they have it.
/// - **Shape** `documents` what this recipient was told: kind, subject, time, SHA-256
public record CorrectionNotice(
    UUID noticeId,
    UUID itemId,
    String recipientKind,
    String recipient,
    List<String> remedies,
    String statement,
    List<String> documents,
    Instant madeAt,
    Instant dueAt,
    Optional<Instant> fetchedAt,
    Optional<Instant> acknowledgedAt,
    Optional<String> acknowledgedBy) {
  public CorrectionNotice {
    remedies = List.copyOf(remedies);
    documents = List.copyOf(documents);
  }

  /// Whether it is not acknowledged, and should have been.
  public boolean isOverdue(Instant now) {
    return acknowledgedAt.isEmpty() && now.isAfter(dueAt);
  }
}
