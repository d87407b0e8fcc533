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
    To to,
    List<Remedy> remedies,
    String statement,
    List<String> documents,
    Sent sent,
    Taken taken) {
  public CorrectionNotice {
    remedies = List.copyOf(remedies);
    documents = List.copyOf(documents);
  }

  /// Who gets it.
  /// - **Shape** `kind` agency, bureau or office; `id` its ORI, state or name
  public record To(String kind, String id) {}

  /// When it was made, and by when the recipient has to say that they have it.
  public record Sent(Instant madeAt, Instant dueAt) {}

  /// When it was read, and who acknowledged it when; empty while nobody did.
  public record Taken(
      Optional<Instant> fetchedAt,
      Optional<Instant> acknowledgedAt,
      Optional<String> acknowledgedBy) {}

  /// Agency, bureau or office.
  public String recipientKind() {
    return to.kind();
  }

  /// The recipient's ORI, state or name.
  public String recipient() {
    return to.id();
  }

  /// When it was made.
  public Instant madeAt() {
    return sent.madeAt();
  }

  /// By when it has to be acknowledged.
  public Instant dueAt() {
    return sent.dueAt();
  }

  /// When the recipient first read it.
  public Optional<Instant> fetchedAt() {
    return taken.fetchedAt();
  }

  /// When it was acknowledged.
  public Optional<Instant> acknowledgedAt() {
    return taken.acknowledgedAt();
  }

  /// Who acknowledged it.
  public Optional<String> acknowledgedBy() {
    return taken.acknowledgedBy();
  }

  /// Whether it is not acknowledged, and should have been.
  public boolean isOverdue(Instant now) {
    return acknowledgedAt().isEmpty() && now.isAfter(dueAt());
  }
}
