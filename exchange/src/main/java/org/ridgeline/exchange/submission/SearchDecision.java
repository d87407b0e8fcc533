package org.ridgeline.exchange.submission;

/// What one repository's part of a submission came to.
public enum SearchDecision {
  HIT,
  REVIEW,
  NO_HIT,
  /// The booking's agency was not active on the day: this repository was not searched.
  NOT_ACTIVE,
  /// The search failed as often as it may.
  ERROR
}
