package org.ridgeline.casework.redress;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Until when an item must be acknowledged and decided.
/// - **Shape** both are the last instant that is in time
public record Deadlines(boolean urgent, Instant acknowledgeBy, Instant decideBy) {
  /// A clock is close to its end in the last part of it, this one of so many.
  private static final int SOON_PART = 4;

  /// The deadlines of an item. Urgent is who is in custody, and who claims to be a citizen.
  public static Deadlines of(
      ClaimKind kind, boolean inCustody, Instant receivedAt, RedressRules rules) {
    boolean urgent = inCustody || kind == ClaimKind.CITIZENSHIP;
    String acknowledge =
        urgent ? RedressRules.Key.URGENT_ACKNOWLEDGE : RedressRules.Key.ACKNOWLEDGE;
    String decide = urgent ? RedressRules.Key.URGENT_DECIDE : RedressRules.Key.DECIDE;
    return new Deadlines(
        urgent, rules.of(acknowledge).after(receivedAt), rules.of(decide).after(receivedAt));
  }

  /// How a clock stands.
  public enum Reading {
    /// Time is left.
    RUNNING,
    /// Little is left.
    SOON,
    /// It was not done in time, and is still not done.
    BREACHED,
    /// Done in time.
    MET,
    /// Done, too late.
    MET_LATE
  }

  /// Reads a clock.
  /// - **Shape** `doneAt` when what it waits for was done; the deadline itself is still in time
  public static Reading reading(
      Instant start, Instant deadline, Optional<Instant> doneAt, Instant now) {
    if (doneAt.isPresent()) {
      return doneAt.get().isAfter(deadline) ? Reading.MET_LATE : Reading.MET;
    }
    if (now.isAfter(deadline)) {
      return Reading.BREACHED;
    }
    Duration part = Duration.between(start, deadline).dividedBy(SOON_PART);
    return now.isBefore(deadline.minus(part)) ? Reading.RUNNING : Reading.SOON;
  }
}
