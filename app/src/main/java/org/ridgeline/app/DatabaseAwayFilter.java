package org.ridgeline.app;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import org.ridgeline.outbox.PassingTrouble;
import org.ridgeline.rest.HealthDoor;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/// Outermost at every door: where the database is away, 503 with `Retry-After`, whatever part of a
/// request met it. While it is known to be away nothing waits for it.
@Order(Ordered.HIGHEST_PRECEDENCE)
final class DatabaseAwayFilter extends OncePerRequestFilter {
  private static final Logger LOG = System.getLogger(DatabaseAwayFilter.class.getName());
  private static final String RETRY_SECONDS = "2";
  private static final String API = "/api/";
  private static final String PROBLEM =
      """
      {"type":"urn:ridgeline:problem:busy","title":"Service Unavailable","status":503,\
      "detail":"the database is away; nothing was kept, send again after the time given"}
      """;
  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8"><title>Back in a moment - Ridgeline</title></head>
      <body><h1>Back in a moment</h1>
      <p>The database is not there right now. It is being started again; nothing that was stored is
      lost. What you just sent was not kept: try again in a moment.</p></body></html>
      """;

  private final BooleanSupplier isAway;

  DatabaseAwayFilter(BooleanSupplier isAway) {
    this.isAway = isAway;
  }

  /// Whoever asks how things are wants to know, and not to come back.
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String door = request.getRequestURI();
    return door.equals(HealthDoor.LIVE) || door.equals(HealthDoor.READY);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isAway.getAsBoolean()) {
      answer(request, response);
      return;
    }
    try {
      chain.doFilter(request, response);
    } catch (ServletException | RuntimeException e) {
      if (response.isCommitted() || !PassingTrouble.is(e)) {
        throw e;
      }
      LOG.log(Level.WARNING, "database away: " + e.getMessage());
      answer(request, response);
    }
  }

  private static void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean isApi = request.getRequestURI().startsWith(API);
    response.reset();
    response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
    response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setContentType(
        isApi ? MediaType.APPLICATION_PROBLEM_JSON_VALUE : "text/html;charset=UTF-8");
    byte[] body = (isApi ? PROBLEM : PAGE).getBytes(StandardCharsets.UTF_8);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
