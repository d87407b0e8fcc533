package org.ridgeline.exchange.identify;

import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.exchange.submission.SearchDecision;
import org.ridgeline.exchange.submission.SearchRow;
import org.ridgeline.repository.Purpose;
import org.ridgeline.repository.Repository;
import org.ridgeline.vocabulary.Decision;

/// What the scores said, as a row says it.
final class Decisions {
  private Decisions() {}

  /// The row with its decision: as written down before a crash, or by searching now.
  static SearchRow decided(Stores stores, Repository repository, SearchRow row, Purpose purpose) {
    if (row.decision().isPresent()) {
      return row;
    }
    var found = repository.identify(stores.submissions().probe(row.control()), purpose);
    stores.searches().decided(row, of(found.decision()), found.candidates());
    return stores.searches().of(row.control(), RepositoryName.ofKey(row.repository()));
  }

  private static SearchDecision of(Decision decision) {
    return switch (decision) {
      case Decision.Hit _ -> SearchDecision.HIT;
      case Decision.Review _ -> SearchDecision.REVIEW;
      case Decision.NoHit _ -> SearchDecision.NO_HIT;
    };
  }
}
