package org.ridgeline.app;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.ridgeline.outbox.Fatal;
import org.springframework.web.filter.OncePerRequestFilter;

/// A request that ends in an error that is no exception: the container would answer 500 and go on,
/// so the program's handler is told. A stack that overflowed is a 500 of that request.
final class FatalFilter extends OncePerRequestFilter {
  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (ServletException | RuntimeException | Error e) {
      Fatal.in(e).ifPresent(Fatal::tell);
      throw e;
    }
  }
}
