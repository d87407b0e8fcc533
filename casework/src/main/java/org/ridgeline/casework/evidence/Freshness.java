package org.ridgeline.casework.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How old what a determination rests on may be.
/// - **Shape** `verifyWithin` of the lead; `hitValidFor` after examiners identified;
///   `checkValidFor` after a citizenship check was run
public record Freshness(Duration verifyWithin, Duration hitValidFor, Duration checkValidFor) {
  public Freshness {
    if (verifyWithin.isNegative() || hitValidFor.isNegative() || checkValidFor.isNegative()) {
      throw new IllegalArgumentException(
          "verifyWithin=" + verifyWithin + " hit=" + hitValidFor + " check=" + checkValidFor);
    }
  }

  /// The limits' numbers.
  public static Freshness standard() {
    return new Freshness(Limits.HIT_VERIFY_WITHIN, Limits.HIT_VALID_FOR, Limits.CHECK_VALID_FOR);
  }

  /// Until when a hit may support a determination.
  public Instant hitExpires(Instant verifiedAt) {
    return verifiedAt.plus(hitValidFor);
  }

  /// Whether a hit may support a determination now: it was verified, and not too long ago.
  public boolean isFresh(Optional<Instant> verifiedAt, Instant now) {
    return verifiedAt.filter(at -> now.isBefore(hitExpires(at))).isPresent();
  }

  /// Whether a check may support a determination now.
  public boolean isFresh(CheckEntry check, Instant now) {
    return now.isBefore(check.at().plus(checkValidFor));
  }

  /// Whether a lead should have been verified by now.
  public boolean isOverdue(Instant lead, Instant now) {
    return now.isAfter(lead.plus(verifyWithin));
  }
}
