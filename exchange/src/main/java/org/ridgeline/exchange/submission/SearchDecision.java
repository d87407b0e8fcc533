package org.ridgeline.exchange.submission;

import org.ridgeline.vocabulary.Decision;

/// What one repository's part of a submission came to.
public enum SearchDecision {
  HIT,
  REVIEW,
  NO_HIT,
  /// The booking's agency was not active on the day: this repository was not searched.
  NOT_ACTIVE,
  /// The search failed as often as it may.
  ERROR;

  /// What the scores of a search said.
  static SearchDecision of(Decision decision) {
    return switch (decision) {
      case Decision.Hit _ -> HIT;
      case Decision.Review _ -> REVIEW;
      case Decision.NoHit _ -> NO_HIT;
    };
  }
}
