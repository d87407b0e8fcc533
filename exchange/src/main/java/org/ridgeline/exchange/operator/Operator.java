package org.ridgeline.exchange.operator;

import java.time.Instant;
import java.util.Optional;

/// Someone who may log in.
/// - **Shape** `name` 2..40 of a-z, 0-9, dot, hyphen, underscore; `passwordHash` as the encoder of
///   the door that takes passwords wrote it
public record Operator(
    String name,
    String passwordHash,
    Duty duty,
    Optional<Instant> lockedAt,
    Instant createdAt,
    Optional<Instant> lastLoginAt,
    Standing standing) {
  /// Whether somebody still has access.
  /// - **Shape** `epoch`: sessions begun in an earlier one are over
  public record Standing(Optional<Instant> disabledAt, Optional<Instant> expiresAt, int epoch) {}

  /// What a name must look like.
  public static final String NAME_PATTERN = "[a-z0-9][a-z0-9._-]{1,39}";

  /// Whether a name may be an operator's.
  public static boolean isName(String name) {
    return name.matches(NAME_PATTERN);
  }

  /// Whether they may log in, and go on where they have: neither locked, disabled nor expired.
  public boolean mayEnter(Instant now) {
    return lockedAt.isEmpty() && isEnabled(now);
  }

  /// The same, whether locked or not.
  public boolean isEnabled(Instant now) {
    return standing.disabledAt().isEmpty()
        && standing.expiresAt().filter(end -> !end.isAfter(now)).isEmpty();
  }

  /// Keeps the hash out of logs.
  @Override
  public String toString() {
    return "Operator[" + name + " " + duty.role() + "]";
  }
}
