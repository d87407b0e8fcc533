package org.ridgeline.exchange.identify;

import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.exchange.submission.SearchRow;
import org.ridgeline.repository.Purpose;
import org.ridgeline.repository.Repository;

/// What the scores said, as a row says it.
final class Decisions {
  private Decisions() {}

  /// The row with its decision: as written down before a crash, or by searching now.
  static SearchRow decided(Stores stores, Repository repository, SearchRow row, Purpose purpose) {
    if (row.decision().isPresent()) {
      return row;
    }
    var found = repository.identify(stores.submissions().probe(row.control()), purpose);
    stores.searches().decided(row, found.decision(), found.candidates());
    return stores.searches().of(row.control(), RepositoryName.ofKey(row.repository()));
  }
}
