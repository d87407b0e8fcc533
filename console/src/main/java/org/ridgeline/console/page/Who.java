package org.ridgeline.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ridgeline.exchange.Administrator;
import org.ridgeline.exchange.Denials;
import org.ridgeline.exchange.Trail;
import org.ridgeline.exchange.operator.Duty;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.ledger.Action;
import org.ridgeline.ledger.Subject;
import org.springframework.security.core.Authentication;

/// The operator a page is drawn for.
public record Who(String name, Duty duty) {
  /// The operator of a request; empty before log-in.
  public static Optional<Who> of(Optional<Principal> principal) {
    return principal
        .filter(Authentication.class::isInstance)
        .map(Authentication.class::cast)
        .filter(login -> login.getDetails() instanceof Duty)
        .map(login -> new Who(login.getName(), (Duty) login.getDetails()));
  }

  /// The operator of a request, with the address they come from.
  public static Administrator acting(HttpServletRequest request) {
    return new Administrator(request.getRemoteUser(), request.getRemoteAddr());
  }

  /// Puts on record that a request was refused.
  public static void denied(Denials denials, HttpServletRequest request) {
    String from = request.getRemoteAddr();
    Denials.Caller caller =
        of(Optional.ofNullable(request.getUserPrincipal()))
            .map(who -> new Denials.Caller(who.name(), who.duty().role().name(), from))
            .orElse(Denials.Caller.unknown(from));
    denials.access("console", caller, request.getMethod() + " " + request.getRequestURI());
  }

  /// Puts on record what a page showed the operator, and why they looked.
  public void saw(
      Trail trail, String purpose, Action action, Subject subject, Map<String, String> detail) {
    trail.person(new Trail.Person(name, duty.role().name(), purpose), action, subject, detail);
  }

  public boolean isAdministrator() {
    return has(Role.ADMINISTRATOR);
  }

  /// Whether this is the operator's role; templates name it.
  public boolean has(Role role) {
    return duty.role() == role;
  }

  /// The pages of the operator's navigation.
  public List<Place> pages() {
    return Place.of(duty.role());
  }

  /// The role in words.
  public String roleName() {
    return duty.role().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
