package org.ridgeline.exchange.intake;

import java.util.List;
import java.util.Optional;
import org.ridgeline.vocabulary.Finding;

/// What a sender is told at once.
public sealed interface IntakeResult {
  /// The submission has a control number and will be answered.
  /// - **Shape** `replayed`: it was here before, and this is its first control number
  record Accepted(
      String control, Optional<String> tcn, String state, boolean replayed, List<Finding> findings)
      implements IntakeResult {
    public Accepted {
      findings = List.copyOf(findings);
    }
  }

  /// The submission is refused; the ERRT is among its answers.
  record Refused(String control, Optional<String> tcn, boolean replayed, List<Finding> findings)
      implements IntakeResult {
    public Refused {
      findings = List.copyOf(findings);
    }
  }

  /// Too much is waiting: nothing was kept, come back later.
  record Busy(int retryAfterSeconds) implements IntakeResult {}
}
