package org.ridgeline.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/// `/health/live` and `/health/ready`, for whoever restarts a process or sends it requests: `up` or
/// `down` and nothing else, without a log-in. A filter, since it answers where the database does
/// not, and asks no session and no token.
///
/// It is asked as often as anybody likes, so what it found is said again for a second.
public final class HealthDoor extends OncePerRequestFilter {
  /// The addresses.
  public static final String LIVE = "/health/live";

  /// Whether bookings can be taken.
  public static final String READY = "/health/ready";

  private static final long SAID_AGAIN_NANOS = Duration.ofSeconds(1).toNanos();

  private final BooleanSupplier isReady;
  private boolean said;
  private long saidAt;
  private boolean hasAsked;

  /// - **Shape** `isReady` may take its time, and throws nothing
  public HealthDoor(BooleanSupplier isReady) {
    this.isReady = isReady;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException {
    boolean isRead = request.getMethod().matches("GET|HEAD");
    if (!isRead) {
      response.setHeader(HttpHeaders.ALLOW, "GET, HEAD");
      response.setStatus(HttpStatus.METHOD_NOT_ALLOWED.value());
      return;
    }
    boolean isUp = request.getRequestURI().equals(LIVE) || isReady();
    byte[] body = (isUp ? "up\n" : "down\n").getBytes(StandardCharsets.US_ASCII);
    response.setStatus((isUp ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE).value());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setContentType("text/plain;charset=US-ASCII");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private synchronized boolean isReady() {
    if (!hasAsked || System.nanoTime() - saidAt > SAID_AGAIN_NANOS) {
      said = isReady.getAsBoolean();
      saidAt = System.nanoTime();
      hasAsked = true;
    }
    return said;
  }
}
