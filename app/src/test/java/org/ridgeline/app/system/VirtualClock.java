package org.ridgeline.app.system;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that stands until somebody moves it.
final class VirtualClock extends Clock {
  private final AtomicReference<Instant> now;

  VirtualClock(Instant start) {
    now = new AtomicReference<>(start);
  }

  void pass(Duration time) {
    now.updateAndGet(at -> at.plus(time));
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
