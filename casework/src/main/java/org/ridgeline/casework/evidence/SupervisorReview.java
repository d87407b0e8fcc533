package org.ridgeline.casework.evidence;

import java.time.Instant;

/// A supervisor's look at the citizenship checks, which any positive one demands.
public record SupervisorReview(String finding, String by, Instant at) {
  public SupervisorReview {
    finding = Limits.text("The finding", finding);
  }
}
