package org.ridgeline.casework.verification;

import java.time.Duration;

/// How verification is run.
/// - **Shape** `plantedShare` of all comparisons in the long run; `taskLife` after which a task
///   taken and not finished goes back to the queue
/// - **Limit** plantedShare 0..0.5; taskLife a minute to a day
public record VerificationRules(double plantedShare, Duration taskLife, QueueRule queue) {
  public VerificationRules {
    if (taskLife.toMinutes() < 1 || taskLife.toDays() > 1) {
      throw new IllegalArgumentException("taskLife=" + taskLife + " limit=1 minute..1 day");
    }
    if (!(plantedShare >= 0 && plantedShare <= 0.5)) {
      throw new IllegalArgumentException("plantedShare=" + plantedShare + " limit=0..0.5");
    }
  }

  /// One in five planted, an hour for a comparison.
  public static VerificationRules standard() {
    return new VerificationRules(0.2, Duration.ofHours(1), QueueRule.standard());
  }

  /// How likely a planted comparison comes with a real one, so that its share of all is met.
  double plantedPerReal() {
    return plantedShare / (1 - plantedShare);
  }
}
