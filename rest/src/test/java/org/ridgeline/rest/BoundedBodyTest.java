package org.ridgeline.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.ridgeline.exchange.Limits;

class BoundedBodyTest {
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
}
