package org.ridgeline.exchange.identify;

import org.ridgeline.exchange.submission.SearchRow;
import org.ridgeline.exchange.submission.SearchStore;
import org.ridgeline.exchange.submission.SubmissionStore;
import org.ridgeline.repository.Purpose;
import org.ridgeline.repository.Repository;

/// What one repository's scores said, as a row says it.
final class Decisions {
  private final Repository repository;
  private final Purpose purpose;
  private final SubmissionStore submissions;
  private final SearchStore searches;

  Decisions(
      Repository repository, Purpose purpose, SubmissionStore submissions, SearchStore searches) {
    this.repository = repository;
    this.purpose = purpose;
    this.submissions = submissions;
    this.searches = searches;
  }

  /// The row with its decision: as written down before a crash, or by searching now.
  SearchRow decided(SearchRow row) {
    if (row.decision().isPresent()) {
      return row;
    }
    var found = repository.identify(submissions.probe(row.control()), purpose);
    searches.decided(row, found.decision(), found.candidates());
    return searches.of(row.control(), row.repository());
  }
}
