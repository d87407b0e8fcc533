package org.ridgeline.console.entry;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets nobody's password be looked at who has not agreed to the notice as it is now.
final class NoticeFilter extends OncePerRequestFilter {
  /// The member of the form that says what was agreed to.
  static final String AGREED = "agreed";

  private final EntryNotice notice;

  NoticeFilter(EntryNotice notice) {
    this.notice = notice;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !notice.isAsked()
        || !"POST".equals(request.getMethod())
        || !"/login".equals(request.getServletPath());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (notice.sha256().equals(request.getParameter(AGREED))) {
      chain.doFilter(request, response);
    } else {
      response.sendRedirect(request.getContextPath() + "/login?notice");
    }
  }
}
