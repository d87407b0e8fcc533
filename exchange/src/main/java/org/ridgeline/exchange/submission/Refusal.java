package org.ridgeline.exchange.submission;

import java.util.List;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.Severity;
import org.ridgeline.vocabulary.event.Event;

/// What other rooms hear of a refusal.
public final class Refusal {
  private Refusal() {}

  /// The fact that a submission is refused for findings.
  public static Event fact(String control, List<Finding> findings) {
    return new Event.SubmissionRefused(
        control,
        findings.stream()
            .filter(finding -> finding.severity() == Severity.ERROR)
            .map(finding -> finding.code().name())
            .distinct()
            .sorted()
            .toList());
  }
}
