package org.ridgeline.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.ridgeline.exchange.Denials;
import org.ridgeline.exchange.agency.AccessTokens;
import org.ridgeline.exchange.agency.Agency;
import org.ridgeline.exchange.agency.AgencyStore;
import org.ridgeline.exchange.agency.OfficeStore;
import org.ridgeline.exchange.agency.OwnerTokens;
import org.ridgeline.exchange.submission.RepositoryName;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/// Whose token it is: an agency's, a reviewing office's or a repository owner's; and on record,
/// whom the API refused.
@Component
class Callers {
  /// What is said of a token that never was anybody's.
  static final String NOBODYS = "nobody's token";

  private static final String DOOR = "api";

  private final AgencyStore agencies;
  private final OfficeStore offices;
  private final OwnerTokens owners;
  private final AccessTokens tokens;
  private final Denials denials;

  Callers(
      AgencyStore agencies,
      OfficeStore offices,
      OwnerTokens owners,
      AccessTokens tokens,
      Denials denials) {
    this.agencies = agencies;
    this.offices = offices;
    this.owners = owners;
    this.tokens = tokens;
    this.denials = denials;
  }

  /// Puts on record that a token was not taken, and gives the reason its bearer is told: none where
  /// it never was anybody's.
  String refused(String token, HttpServletRequest request) {
    String from = request.getRemoteAddr();
    Optional<AccessTokens.Refused> was = tokens.refused(token);
    if (was.isEmpty()) {
      denials.access(DOOR, Denials.Caller.unknown(from), NOBODYS);
      return NOBODYS;
    }
    String role = was.get().isAgency() ? "BOOKING_AGENCY" : "OFFICE";
    String why = was.get().isDisabled() ? "the access is disabled" : "the token has ended";
    denials.access(DOOR, new Denials.Caller(was.get().holder(), role, from), why);
    return why;
  }

  /// Puts on record that somebody asked for what their token is not for.
  void denied(HttpServletRequest request) {
    String from = request.getRemoteAddr();
    Denials.Caller caller =
        request.getUserPrincipal() instanceof Authentication login
                && login.getPrincipal() instanceof Caller known
            ? caller(known, from)
            : Denials.Caller.unknown(from);
    denials.access(DOOR, caller, request.getMethod() + " " + request.getRequestURI());
  }

  private static Denials.Caller caller(Caller caller, String from) {
    return switch (caller) {
      case Caller.OfAgency(Agency agency) ->
          new Denials.Caller(agency.ori().value(), "BOOKING_AGENCY", from);
      case Caller.OfOffice(OfficeStore.Office office) ->
          new Denials.Caller(office.name(), "OFFICE", from);
      case Caller.OfOwner(RepositoryName repository) ->
          new Denials.Caller(repository.key(), "OWNER", from);
    };
  }

  Optional<Caller> of(String token) {
    Optional<Caller> agency = agencies.ofToken(token).map(Caller.OfAgency::new);
    return agency
        .or(() -> offices.ofToken(token).map(Caller.OfOffice::new))
        .or(() -> owners.repositoryOf(token).map(RepositoryName::ofKey).map(Caller.OfOwner::new));
  }
}
