package org.ridgeline.policy;

import java.time.LocalDate;
import org.ridgeline.policy.history.History;

/// A case as a replay sees it: what was recorded, and the day it is looked at.
/// - **Shape** `id` as the reader knows the case
public record ReplayCase(String id, History history, Factors factors, LocalDate asOf) {
  public ReplayCase {
    if (id.isBlank()) {
      throw new IllegalArgumentException("a case needs an id");
    }
  }
}
