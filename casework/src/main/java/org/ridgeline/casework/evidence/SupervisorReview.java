package org.ridgeline.casework.evidence;

import java.time.Instant;
import org.ridgeline.casework.desk.Field;

/// A supervisor's look at the citizenship checks, which any positive one demands.
public record SupervisorReview(String finding, String by, Instant at) {
  public SupervisorReview {
    finding = Limits.text(Field.FINDING, finding);
  }
}
