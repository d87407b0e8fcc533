package org.ridgeline.exchange;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ridgeline.exchange.submission.BookedDemographics;
import org.ridgeline.exchange.submission.DemographicsSink;

/// Keeps what comes, for a test to look at.
public final class KeptDemographics implements DemographicsSink {
  public final Map<String, BookedDemographics> kept = new ConcurrentHashMap<>();
  private volatile boolean fails;

  public void fail(boolean now) {
    fails = now;
  }

  @Override
  public void put(BookedDemographics demographics) {
    if (fails) {
      throw new IllegalStateException("cannot be sealed");
    }
    kept.put(demographics.control(), demographics);
  }

  @Override
  public long forget(String control) {
    return kept.remove(control) == null ? 0 : 1;
  }
}
