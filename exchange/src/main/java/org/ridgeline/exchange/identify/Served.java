package org.ridgeline.exchange.identify;

import java.util.HashMap;
import java.util.Map;

/// How much of the machine each sender has had lately: time of work done for it, half forgotten
/// every [#HALF_LIFE_NANOS]. Whoever has had least goes first.
/// - **Limit** one number a sender; senders are registered agencies
final class Served {
  static final long HALF_LIFE_NANOS = 30_000_000_000L;

  private final Map<String, Share> shares = new HashMap<>();

  private record Share(double nanos, long at) {
    double now(long time) {
      return nanos * Math.pow(0.5, (double) (time - at) / HALF_LIFE_NANOS);
    }
  }

  /// Notes work done for a sender until `time`.
  synchronized void add(String sender, long nanos, long time) {
    shares.put(sender, new Share(of(sender, time) + nanos, time));
  }

  /// Nanoseconds that still count at `time`.
  synchronized double of(String sender, long time) {
    Share share = shares.get(sender);
    return share == null ? 0 : share.now(time);
  }
}
