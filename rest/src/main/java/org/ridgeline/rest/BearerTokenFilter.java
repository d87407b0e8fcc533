package org.ridgeline.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Turns `Authorization: Bearer TOKEN` into the caller the token belongs to.
final class BearerTokenFilter extends OncePerRequestFilter {
  private static final String SCHEME = "Bearer ";

  private final Callers callers;

  BearerTokenFilter(Callers callers) {
    this.callers = callers;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String header = request.getHeader("Authorization");
    if (header != null && header.startsWith(SCHEME)) {
      callers
          .of(header.substring(SCHEME.length()).strip())
          .ifPresent(BearerTokenFilter::authenticate);
    }
    chain.doFilter(request, response);
  }

  private static void authenticate(Caller caller) {
    String role =
        switch (caller) {
          case Caller.OfAgency _ -> "ROLE_AGENCY";
          case Caller.OfOffice _ -> "ROLE_OFFICE";
          case Caller.OfOwner _ -> "ROLE_OWNER";
        };
    SecurityContextHolder.getContext()
        .setAuthentication(
            UsernamePasswordAuthenticationToken.authenticated(
                caller, null, List.of(new SimpleGrantedAuthority(role))));
  }
}
