package org.ridgeline.app.console;

import java.security.Principal;
import java.util.Optional;
import org.ridgeline.exchange.operator.Role;
import org.springframework.security.core.Authentication;

/// The operator a page is drawn for.
record Who(String name, boolean isAdministrator) {
  /// The operator of a request; empty before log-in.
  static Optional<Who> of(Optional<Principal> principal) {
    return principal
        .filter(Authentication.class::isInstance)
        .map(Authentication.class::cast)
        .map(login ->
            new Who(
                login.getName(),
                login.getAuthorities().stream()
                    .anyMatch(a -> ("ROLE_" + Role.ADMINISTRATOR).equals(a.getAuthority()))));
  }
}
