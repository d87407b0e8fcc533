package org.ridgeline.console.entry;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.ridgeline.console.page.ConsolePurposes;
import org.springframework.web.filter.OncePerRequestFilter;

/// Ends the session of a person who has done nothing for the session's time-out. The container
/// counts any request as life, and a list left open asks every two seconds for ever.
final class IdleFilter extends OncePerRequestFilter {
  private static final String LAST_ACT = IdleFilter.class.getName();
  private static final long MS_PER_SECOND = 1000;

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HttpSession session = request.getSession(false);
    if (session != null) {
      long now = System.currentTimeMillis();
      long last = session.getAttribute(LAST_ACT) instanceof Long at ? at : now;
      if (now - last > session.getMaxInactiveInterval() * MS_PER_SECOND) {
        session.invalidate();
      } else if (!request.getRequestURI().equals(ConsolePurposes.LIVE)) {
        session.setAttribute(LAST_ACT, now);
      }
    }
    chain.doFilter(request, response);
  }
}
