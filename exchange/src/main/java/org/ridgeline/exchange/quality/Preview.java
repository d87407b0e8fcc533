package org.ridgeline.exchange.quality;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.identify.ProbeMaker;
import org.ridgeline.exchange.submission.ProbeFinger;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.FingerPosition;

/// What the extraction gives of a card under corrections, before anybody decides.
/// - **Shape** `fingers` with a template, by position
public record Preview(Map<FingerPosition, ProbeFinger> fingers, List<Finding> findings) {
  public Preview {
    fingers = Map.copyOf(fingers);
    findings = List.copyOf(findings);
  }

  static Preview of(ProbeMaker.Made made) {
    Map<FingerPosition, ProbeFinger> fingers = new EnumMap<>(FingerPosition.class);
    made.fingers().forEach(finger -> fingers.put(finger.finger(), finger));
    return new Preview(fingers, made.findings());
  }

  /// Fingers that can be searched with.
  public int usable() {
    return (int) fingers.values().stream().filter(ProbeFinger::usable).count();
  }

  /// Whether that is enough.
  public boolean isEnough() {
    return usable() >= Limits.FINGERS_USABLE_MIN;
  }

  /// Whether rolled prints are still not of the fingers they are labelled.
  public boolean isOutOfOrder() {
    return findings.stream().anyMatch(f -> f.code() == FindingCode.FINGER_SEQUENCE);
  }
}
