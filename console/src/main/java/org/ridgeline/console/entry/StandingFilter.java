package org.ridgeline.console.entry;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import org.ridgeline.exchange.operator.OperatorStore;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Looks at each request whether the operator still has access: locked, disabled, expired, removed,
/// of another role or password since the log-in, and the session is over.
final class StandingFilter extends OncePerRequestFilter {
  private final OperatorStore operators;
  private final Clock clock = Clock.systemUTC();

  StandingFilter(OperatorStore operators) {
    this.operators = operators;
  }

  /// What pages are drawn with is open to all, and asked for many times a page.
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getServletPath();
    return path.startsWith("/assets/") || path.startsWith("/webjars/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication login = SecurityContextHolder.getContext().getAuthentication();
    if (login != null && !(login instanceof AnonymousAuthenticationToken) && !stands(login)) {
      HttpSession session = request.getSession(false);
      if (session != null) {
        session.invalidate();
      }
      SecurityContextHolder.clearContext();
    }
    chain.doFilter(request, response);
  }

  /// A log-in of another making than ours does not stand: nothing could end it.
  private boolean stands(Authentication login) {
    return login.getPrincipal() instanceof Entered entered
        && operators
            .entitled(entered.name(), clock.instant())
            .filter(operator -> operator.standing().epoch() == entered.epoch())
            .filter(operator -> operator.duty().equals(login.getDetails()))
            .isPresent();
  }
}
