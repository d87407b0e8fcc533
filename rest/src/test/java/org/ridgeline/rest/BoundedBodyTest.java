package org.ridgeline.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.ridgeline.exchange.Limits;
import org.springframework.http.ResponseEntity;

class BoundedBodyTest {
  private static final long GIB = 1L << 30;
  private static final Duration PATIENCE = Limits.UPLOAD_PATIENCE;

  @Test
  void atFirstAnyRateWillDo() {
    assertThat(BoundedBody.isTooSlow(1, PATIENCE)).isFalse();
    assertThat(BoundedBody.isTooSlow(1, PATIENCE.plusMillis(1))).isTrue();
  }

  @Test
  void afterwardsWhatCameBuysTime() {
    long minute = 60L * Limits.UPLOAD_BYTES_PER_SECOND_MIN;
    assertThat(BoundedBody.isTooSlow(minute, PATIENCE.plusSeconds(60))).isFalse();
    assertThat(BoundedBody.isTooSlow(minute, PATIENCE.plusSeconds(61))).isTrue();
  }

  @Test
  void theLargestBodyHasTenMinutesAtMost() {
    Duration most = Duration.ofMinutes(10);
    assertThat(BoundedBody.isTooSlow(Limits.SUBMISSION_BYTES_MAX, most)).isTrue();
  }

  /// How many bodies of a sender each are held at once: the next comes while the last is worked on.
  private static int heldAtOnce(BoundedBody bodies, int bytes, IntFunction<String> sender)
      throws IOException {
    AtomicInteger held = new AtomicInteger();
    next(bodies, bytes, sender, held);
    return held.get();
  }

  private static ResponseEntity<?> next(
      BoundedBody bodies, int bytes, IntFunction<String> sender, AtomicInteger held)
      throws IOException {
    return bodies.read(
        request(bytes),
        sender.apply(held.get()),
        body -> {
          assertThat(body).hasSize(bytes);
          held.incrementAndGet();
          try {
            return next(bodies, bytes, sender, held);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  @Test
  void whatIsTakenWithItsCopiesStaysWithinAThirdOfTheHeap() throws IOException {
    int largest = Limits.SUBMISSION_BYTES_MAX;
    assertThat(heldAtOnce(new BoundedBody(GIB), largest, n -> "sender " + n)).isEqualTo(3);
    assertThat(heldAtOnce(new BoundedBody(GIB), largest, _ -> "one")).isEqualTo(1);
    assertThat(heldAtOnce(new BoundedBody(64L << 20), largest, n -> "sender " + n)).isEqualTo(1);
    assertThat(heldAtOnce(new BoundedBody(GIB), largest / 32, n -> "sender " + n)).isEqualTo(113);
  }

  @Test
  void howeverLargeTheHeapThereIsAnEnd() throws IOException {
    BoundedBody bodies = new BoundedBody(64 * GIB);
    int eighth = Limits.SUBMISSION_BYTES_MAX / 8;
    assertThat(heldAtOnce(bodies, eighth, n -> "sender " + n)).isEqualTo(8 * Limits.UPLOADS_MAX);
    // Whatever was taken is given back.
    assertThat(heldAtOnce(bodies, eighth, n -> "sender " + n)).isEqualTo(8 * Limits.UPLOADS_MAX);
  }

  @Test
  void aBodyComesThroughAsItWasSent() throws IOException {
    for (int bytes : new int[] {0, 1, 65_535, 65_536, 65_537, 200_000}) {
      ResponseEntity<?> answer =
          new BoundedBody(GIB).read(request(bytes), "one", body -> ResponseEntity.ok(body));
      assertThat(answer.getBody()).isEqualTo(new Sent(bytes).readAllBytes());
    }
  }

  /// A body of so many bytes, no two neighbours alike.
  private static final class Sent extends ServletInputStream {
    private final int bytes;
    private int at;

    Sent(int bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      return at == bytes ? -1 : at++ % 251;
    }

    @Override
    public boolean isFinished() {
      return at == bytes;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException();
    }
  }

  private static HttpServletRequest request(int bytes) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            BoundedBodyTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (_, method, _) ->
                switch (method.getName()) {
                  case "getContentLengthLong" -> -1L;
                  case "getInputStream" -> new Sent(bytes);
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
