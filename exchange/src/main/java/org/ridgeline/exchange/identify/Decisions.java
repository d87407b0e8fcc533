package org.ridgeline.exchange.identify;

import org.ridgeline.exchange.submission.SearchDecision;
import org.ridgeline.vocabulary.Decision;

/// What the scores said, as a row says it.
final class Decisions {
  private Decisions() {}

  static SearchDecision of(Decision decision) {
    return switch (decision) {
      case Decision.Hit _ -> SearchDecision.HIT;
      case Decision.Review _ -> SearchDecision.REVIEW;
      case Decision.NoHit _ -> SearchDecision.NO_HIT;
    };
  }
}
