package org.ridgeline.policy.history;

/// A conviction that stands, and the charge it ended.
public record Conviction(NumberedCharge charge, Disposition.Convicted judgment) {
  /// Whether the court convicted of something else than was charged.
  public boolean isOfAnotherOffence() {
    return !judgment.of().equals(charge.charge().offence());
  }
}
