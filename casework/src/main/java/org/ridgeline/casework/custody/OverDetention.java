package org.ridgeline.casework.custody;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How long somebody has been kept after nothing of the local matter kept them any more.
public sealed interface OverDetention {
  /// Nobody has reported from when the person may go: not known is not nought.
  record Unknown() implements OverDetention {}

  /// That moment is still to come.
  record NotYet(Instant eligibleAt) implements OverDetention {}

  /// The person may go, and is still there.
  record Running(Meter meter) implements OverDetention {}

  /// The person has gone.
  record Ended(Meter meter) implements OverDetention {}

  /// - **Shape** `elapsed` by the clock; `counted` against the limit, without days that do not
  ///   count; `shares` by facility, summing up to `elapsed`
  record Meter(
      Instant eligibleAt,
      Instant until,
      Duration elapsed,
      Duration counted,
      Instant limitAt,
      List<Share> shares) {
    public Meter {
      shares = List.copyOf(shares);
    }

    /// Whether the lawful limit is reached: at the limit it is.
    public boolean isOverLimit() {
      return elapsed.isPositive() && !until.isBefore(limitAt);
    }
  }

  /// The part of it at one facility.
  record Share(Optional<Facility> facility, Duration elapsed) {}

  /// The meter of a custody at a moment.
  static OverDetention of(Custody custody, HoldLimit limit, Instant now) {
    Optional<Instant> eligible = custody.eligibleAt();
    if (eligible.isEmpty()) {
      return new Unknown();
    }
    Instant start = eligible.get();
    Optional<Instant> ended = custody.endedAt();
    Instant until = ended.orElse(now);
    if (ended.isEmpty() && now.isBefore(start)) {
      return new NotYet(start);
    }
    HoldClock clock = new HoldClock(limit, custody.zone());
    Duration elapsed = positive(start, until);
    Meter meter =
        new Meter(
            start,
            until,
            elapsed,
            clock.counted(start, until),
            clock.limitAt(start),
            shares(custody, start, until));
    return ended.isPresent() ? new Ended(meter) : new Running(meter);
  }

  private static List<Share> shares(Custody custody, Instant start, Instant until) {
    List<Share> shares = new ArrayList<>();
    for (Custody.Stay stay : custody.stays()) {
      Instant from = stay.from().isAfter(start) ? stay.from() : start;
      Instant to = stay.to().filter(end -> end.isBefore(until)).orElse(until);
      Duration here = positive(from, to);
      if (here.isPositive()) {
        shares.add(new Share(stay.facility(), here));
      }
    }
    return shares;
  }

  private static Duration positive(Instant from, Instant to) {
    return from.isBefore(to) ? Duration.between(from, to) : Duration.ZERO;
  }

  /// The meter, where there is one.
  default Optional<Meter> meterIfAny() {
    return switch (this) {
      case Unknown _, NotYet _ -> Optional.empty();
      case Running running -> Optional.of(running.meter());
      case Ended ended -> Optional.of(ended.meter());
    };
  }
}
