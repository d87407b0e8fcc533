package org.ridgeline.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.ridgeline.exchange.Limits;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Reads request bodies whole, but never more than [Limits#SUBMISSION_BYTES_MAX] of one, nor more
/// than [Limits#UPLOADS_MAX] at once.
@Component
class BoundedBody {
  private final Semaphore places = new Semaphore(Limits.UPLOADS_MAX);

  /// Answers with what `then` makes of the body, or with a problem where it is too large or there
  /// are too many.
  ResponseEntity<?> read(HttpServletRequest request, Function<byte[], ResponseEntity<?>> then)
      throws IOException {
    if (request.getContentLengthLong() > Limits.SUBMISSION_BYTES_MAX) {
      return Problems.tooLarge();
    }
    if (!places.tryAcquire()) {
      return Problems.busy(1);
    }
    try {
      Optional<byte[]> body = body(request.getInputStream());
      return body.isPresent() ? then.apply(body.get()) : Problems.tooLarge();
    } finally {
      places.release();
    }
  }

  private static Optional<byte[]> body(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(Limits.SUBMISSION_BYTES_MAX + 1);
    return bytes.length > Limits.SUBMISSION_BYTES_MAX ? Optional.empty() : Optional.of(bytes);
  }
}
