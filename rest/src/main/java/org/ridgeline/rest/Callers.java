package org.ridgeline.rest;

import java.util.Optional;
import org.ridgeline.exchange.agency.AgencyStore;
import org.ridgeline.exchange.agency.OfficeStore;
import org.ridgeline.exchange.agency.OwnerTokens;
import org.ridgeline.exchange.submission.RepositoryName;
import org.springframework.stereotype.Component;

/// Whose token it is: an agency's, a reviewing office's or a repository owner's.
@Component
class Callers {
  private final AgencyStore agencies;
  private final OfficeStore offices;
  private final OwnerTokens owners;

  Callers(AgencyStore agencies, OfficeStore offices, OwnerTokens owners) {
    this.agencies = agencies;
    this.offices = offices;
    this.owners = owners;
  }

  Optional<Caller> of(String token) {
    Optional<Caller> agency = agencies.ofToken(token).map(Caller.OfAgency::new);
    return agency
        .or(() -> offices.ofToken(token).map(Caller.OfOffice::new))
        .or(() -> owners.repositoryOf(token).map(RepositoryName::ofKey).map(Caller.OfOwner::new));
  }
}
