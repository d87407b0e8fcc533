package org.ridgeline.counter;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// Counts what comes from each address within an hour, in memory only: no address is written down.
final class Tally {
  private final int most;
  private final Clock clock;
  private final Map<String, Integer> counts = new HashMap<>();
  private Instant since;

  Tally(int most, Clock clock) {
    this.most = most;
    this.clock = clock;
    since = clock.instant();
  }

  /// Whether an address may once more; counts it. Where there are too many addresses to tell apart,
  /// the new ones share one count.
  synchronized boolean mayOnceMore(String address) {
    Instant now = clock.instant();
    if (now.isAfter(since.plus(Limits.WITHIN))) {
      counts.clear();
      since = now;
    }
    boolean isKnown = counts.containsKey(address) || counts.size() < Limits.ADDRESSES_MAX;
    return counts.merge(isKnown ? address : "", 1, Integer::sum) <= most;
  }
}
