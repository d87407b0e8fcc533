package org.ridgeline.counter;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/// Counts what comes from each address within an hour, in memory only: no address is written down,
/// and a call forgets those that count no more.
final class Tally {
  private static final Duration FORGET_EVERY = Duration.ofMinutes(1);

  private final int most;
  private final Clock clock;
  private final Map<String, Bucket> buckets = new HashMap<>();
  private Instant forgotten;

  Tally(int most, Clock clock) {
    this.most = most;
    this.clock = clock;
    forgotten = clock.instant();
  }

  /// Whether an address may once more; counts it. Where there are too many addresses to tell apart,
  /// the new ones share one count.
  synchronized boolean mayOnceMore(String address) {
    forgetFull();
    boolean isKnown = buckets.containsKey(address) || buckets.size() < Limits.ADDRESSES_MAX;
    return buckets.computeIfAbsent(isKnown ? address : "", _ -> full()).tryConsume(1);
  }

  /// A bucket that is full again is as good as none.
  private void forgetFull() {
    Instant now = clock.instant();
    if (now.isAfter(forgotten.plus(FORGET_EVERY))) {
      buckets.values().removeIf(bucket -> bucket.getAvailableTokens() == most);
      forgotten = now;
    }
  }

  private Bucket full() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(most).refillIntervally(most, Limits.WITHIN))
        .withCustomTimePrecision(new Time(clock))
        .build();
  }

  /// - **Unit** nanoseconds since 1970
  private record Time(Clock clock) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant());
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
