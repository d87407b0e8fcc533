package org.ridgeline.policy;

import java.util.Comparator;
import java.util.List;

/// Where a case stands in a queue, and why. Queues and pages read it, nothing else does.
/// - **Shape** `policyVersion` of the table that made it
public record Priority(Level level, String policyVersion, List<ExplanationRow> rows) {
  /// What comes first: the level, then how many factors count.
  public static final Comparator<Priority> QUEUE_ORDER =
      Comparator.comparingInt((Priority priority) -> priority.level().rank())
          .thenComparing(Comparator.comparingInt(Priority::factorsCounted).reversed());

  public Priority {
    rows = List.copyOf(rows);
  }

  /// Factors that order the case within its level.
  public int factorsCounted() {
    return (int) rows.stream().filter(r -> r.kind() == ExplanationRow.Kind.FACTOR).count();
  }
}
