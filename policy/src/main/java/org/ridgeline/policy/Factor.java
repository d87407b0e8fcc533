package org.ridgeline.policy;

import java.time.LocalDate;
import java.util.Optional;

/// Something beside convictions that an office may order its work by: within a level, never from
/// one to another.
public sealed interface Factor {
  /// What it rests on.
  Evidence evidence();

  /// As pages say it.
  String words();

  /// Why it may not be used although it has not expired; empty if it may.
  default Optional<String> objection() {
    return Optional.empty();
  }

  /// Why it does not count on a day; empty if it does.
  default Optional<String> objection(LocalDate asOf) {
    if (asOf.isBefore(evidence().recordedOn())) {
      return Optional.of("recorded after that day");
    }
    return asOf.isAfter(evidence().expiresOn())
        ? Optional.of("expired " + evidence().expiresOn())
        : objection();
  }

  /// Drunk driving.
  /// - **Shape** `convicted` whether a court found so; on an arrest alone it does not count
  record DrunkDriving(Evidence evidence, boolean convicted) implements Factor {
    @Override
    public String words() {
      return convicted ? "drunk driving, convicted" : "drunk driving, arrest only";
    }

    @Override
    public Optional<String> objection() {
      return convicted ? Optional.empty() : Optional.of("an arrest alone does not count");
    }
  }

  /// Somebody who has not left after a final order.
  record Fugitive(Evidence evidence) implements Factor {
    @Override
    public String words() {
      return "fugitive from a final order";
    }
  }

  /// Repeated violation of immigration law.
  record RepeatViolation(Evidence evidence) implements Factor {
    @Override
    public String words() {
      return "repeated immigration violation";
    }
  }

  /// The claim that somebody belongs to a gang: the weakest of all, so bound the tightest.
  /// - **Shape** `reviewedBy` another person than who recorded it; `contestPath` how the person can
  ///   object; `contested` whether an objection is open
  /// - **Limit** expires at most [Limits#GANG_CLAIM_DAYS_MAX] days after the review
  record GangClaim(
      Evidence evidence,
      String reviewedBy,
      LocalDate reviewedOn,
      String contestPath,
      boolean contested)
      implements Factor {
    public GangClaim {
      if (reviewedBy.isBlank() || reviewedBy.equals(evidence.recordedBy())) {
        throw new IllegalArgumentException(
            "reviewedBy=\"" + reviewedBy + "\" expected another person than who recorded it");
      }
      if (contestPath.isBlank()) {
        throw new IllegalArgumentException("a gang claim needs a path to contest it");
      }
      if (reviewedOn.isBefore(evidence.recordedOn())
          || evidence.expiresOn().isAfter(reviewedOn.plusDays(Limits.GANG_CLAIM_DAYS_MAX))) {
        throw new IllegalArgumentException(
            "reviewedOn="
                + reviewedOn
                + " expiresOn="
                + evidence.expiresOn()
                + " limit="
                + Limits.GANG_CLAIM_DAYS_MAX
                + " days after the review");
      }
    }

    @Override
    public String words() {
      return "gang claim";
    }

    @Override
    public Optional<String> objection() {
      return contested ? Optional.of("contested, not settled") : Optional.empty();
    }
  }
}
