package org.ridgeline.app;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ridgeline.casework.casefile.Case;
import org.ridgeline.casework.casefile.CaseDesk;
import org.ridgeline.casework.casefile.CaseStore;
import org.ridgeline.exchange.purge.SubmissionPurge;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.exchange.submission.SearchStore;
import org.ridgeline.repository.amend.Erased;

/// Lets go, after an erasure, of what the exchange and closed cases keep of the same person: every
/// booking that was found to be theirs, or was enrolled as one of their encounters.
///
/// Of an erasure in the immigration repository only closed cases hear: the booking itself is the
/// criminal repository's. What an applicant sent is the civil one's. Holds keep what they hold; a
/// case that is open stays, and is purged when it is closed by what decides it, or by a rule.
final class ErasedBookings implements Erased {
  private static final String WHY = "erased in the %s repository";

  private final SearchStore searches;
  private final SubmissionPurge submissions;
  private final CaseStore cases;
  private final CaseDesk desk;

  ErasedBookings(
      SearchStore searches, SubmissionPurge submissions, CaseStore cases, CaseDesk desk) {
    this.searches = searches;
    this.submissions = submissions;
    this.cases = cases;
    this.desk = desk;
  }

  @Override
  public void erased(String repository, List<UUID> persons, List<UUID> encounters) {
    RepositoryName name = RepositoryName.ofKey(repository);
    String why = WHY.formatted(repository);
    List<String> controls = searches.controlsOf(name, persons, encounters);
    for (String control : controls) {
      Optional<Case> one = cases.ofControl(control);
      one.filter(c -> c.state().isClosed()).ifPresent(c -> desk.purge(c.caseId(), why));
      switch (name) {
        case CRIMINAL, CIVIL -> submissions.order(control, why);
        case IMMIGRATION -> {}
      }
    }
    // Before the sweep that follows, as far as it may go already.
    submissions.purgeDue();
  }
}
