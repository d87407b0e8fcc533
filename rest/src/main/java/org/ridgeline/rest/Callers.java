package org.ridgeline.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.ridgeline.exchange.Denials;
import org.ridgeline.exchange.agency.AccessTokens;
import org.ridgeline.exchange.agency.Agency;
import org.ridgeline.exchange.agency.AgencyAccess;
import org.ridgeline.exchange.agency.AgencyAccess.Entry;
import org.ridgeline.exchange.agency.AgencyAccess.Why;
import org.ridgeline.exchange.agency.Credentials;
import org.ridgeline.exchange.agency.OfficeStore;
import org.ridgeline.exchange.agency.OwnerTokens;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.vocabulary.Ori;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.stereotype.Component;

/// Who calls, by token or certificate: an agency, a reviewing office or a repository's owner; and
/// on record, whom the API refused.
@Component
class Callers {
  /// What is said of a token that never was anybody's.
  static final String NOBODYS = "nobody's token";

  private static final String DOOR = "api";

  private static final String FROM_A_PAGE =
      "a certificate alone is not taken from a page in a browser: a token is required";

  /// What browsers say of a page, and nothing else does.
  private static final List<String> PAGE_HEADERS = List.of("Origin", "Sec-Fetch-Site");

  private final AgencyAccess agencies;
  private final OfficeStore offices;
  private final OwnerTokens owners;
  private final AccessTokens tokens;
  private final Denials denials;

  Callers(
      AgencyAccess agencies,
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

  /// Who calls.
  /// - **Error** nobody who is let in, which goes on record: InvalidBearerTokenException with the
  ///   reason, [#NOBODYS] where it never was anybody's
  Caller of(Credentials shown, HttpServletRequest request) {
    return switch (agencies.of(shown)) {
      case Entry.Admitted(Agency agency) -> admitted(agency, shown, request);
      case Entry.Refused(Ori ori, Why why, Optional<Ori> other) ->
          throw refused(
              agency(ori, request),
              why.words(),
              other.map(o -> why.words() + ": " + o.value()).orElse(why.words()));
      case Entry.Nobody _ ->
          shown
              .token()
              .flatMap(this::otherThanAgency)
              .orElseThrow(() -> refused(shown.token(), request));
    };
  }

  private Caller admitted(Agency agency, Credentials shown, HttpServletRequest request) {
    if (shown.token().isEmpty() && isOfPage(request)) {
      throw refused(agency(agency.ori(), request), FROM_A_PAGE, FROM_A_PAGE);
    }
    return new Caller.OfAgency(agency);
  }

  /// Whether a page made a browser send this. A browser shows a certificate to whatever page makes
  /// it call, anybody's; a token it does not have.
  private static boolean isOfPage(HttpServletRequest request) {
    return PAGE_HEADERS.stream().anyMatch(name -> request.getHeader(name) != null);
  }

  private Optional<Caller> otherThanAgency(String token) {
    Optional<Caller> office = offices.ofToken(token).map(Caller.OfOffice::new);
    return office.or(
        () -> owners.repositoryOf(token).map(RepositoryName::ofKey).map(Caller.OfOwner::new));
  }

  private InvalidBearerTokenException refused(Optional<String> token, HttpServletRequest request) {
    Optional<AccessTokens.Refused> was = token.flatMap(tokens::refused);
    if (was.isEmpty()) {
      String what = token.isPresent() ? NOBODYS : "nobody's certificate";
      return refused(Denials.Caller.unknown(request.getRemoteAddr()), NOBODYS, what);
    }
    String why = was.get().isDisabled() ? Why.DISABLED.words() : Why.TOKEN_ENDED.words();
    var office = new Denials.Caller(was.get().holder(), "OFFICE", request.getRemoteAddr());
    return refused(office, why, why);
  }

  private InvalidBearerTokenException refused(Denials.Caller caller, String told, String noted) {
    denials.access(DOOR, caller, noted);
    return new InvalidBearerTokenException(told);
  }

  private static Denials.Caller agency(Ori ori, HttpServletRequest request) {
    return new Denials.Caller(ori.value(), "BOOKING_AGENCY", request.getRemoteAddr());
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
}
