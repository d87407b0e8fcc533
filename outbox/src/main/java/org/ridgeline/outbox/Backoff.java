package org.ridgeline.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How long what failed waits before it is tried again: longer each time, whatever it failed of.
/// - **Limit** [Limits#FAILED_KEPT_MAX] keys; beyond, all are counted from one again
public final class Backoff {
  private final Map<Object, Failed> failed = new ConcurrentHashMap<>();

  /// So many times in a row, and until when it waits.
  private record Failed(int times, Instant until) {}

  /// Whether it failed a moment ago and waits.
  public boolean waits(Object key) {
    Failed before = failed.get(key);
    return before != null && Instant.now().isBefore(before.until());
  }

  /// Notes that it failed; gives how many times in a row it has.
  public int failed(Object key) {
    if (failed.size() >= Limits.FAILED_KEPT_MAX) {
      // What has gone for good fails no more; whatever still fails is counted from one again.
      failed.clear();
    }
    return failed
        .compute(key, (_, before) -> next(before == null ? 1 : before.times() + 1))
        .times();
  }

  private static Failed next(int times) {
    return new Failed(times, Instant.now().plus(after(times)));
  }

  /// Notes that it went well.
  public void done(Object key) {
    failed.remove(key);
  }

  /// How long to wait after the given failed attempt, 1-based: 1, 2, 4 … seconds, at most
  /// [Limits#RETRY_MAX].
  static Duration after(int attempt) {
    long seconds = 1L << Math.min(Math.max(attempt - 1, 0), 20);
    return seconds > Limits.RETRY_MAX.toSeconds() ? Limits.RETRY_MAX : Duration.ofSeconds(seconds);
  }
}
