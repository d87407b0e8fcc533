package org.ridgeline.console.entry;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.Serializable;
import java.time.Duration;
import org.springframework.web.filter.OncePerRequestFilter;

/// Ends the session of a person who has done nothing for the session's time-out, and of everybody
/// after [#WHOLE_MAX]. The container counts any request as life, and a list left open asks every
/// two seconds for ever: addresses that pages ask by themselves end in [#LIVE].
final class IdleFilter extends OncePerRequestFilter {
  /// The end of an address that a page asks without anybody's doing.
  static final String LIVE = "/live";

  /// How long a session lasts, whatever its owner does: a shift.
  static final Duration WHOLE_MAX = Duration.ofHours(12);

  private static final String ACTS = IdleFilter.class.getName();
  private static final long MS_PER_SECOND = 1000;

  /// When a session began and when its owner last did something.
  /// - **Unit** milliseconds since 1970
  record Acts(long begun, long last) implements Serializable {
    boolean isOver(long now, long idleMax) {
      return now - last > idleMax || now - begun > WHOLE_MAX.toMillis();
    }

    Acts actedAt(long now) {
      return new Acts(begun, now);
    }
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HttpSession session = request.getSession(false);
    if (session != null) {
      long now = System.currentTimeMillis();
      Acts acts =
          session.getAttribute(ACTS) instanceof Acts known
              ? known
              : new Acts(session.getCreationTime(), now);
      if (acts.isOver(now, session.getMaxInactiveInterval() * MS_PER_SECOND)) {
        session.invalidate();
      } else {
        session.setAttribute(ACTS, isAct(request) ? acts.actedAt(now) : acts);
      }
    }
    chain.doFilter(request, response);
  }

  private static boolean isAct(HttpServletRequest request) {
    return !request.getRequestURI().endsWith(LIVE);
  }
}
