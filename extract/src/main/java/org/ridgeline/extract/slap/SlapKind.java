package org.ridgeline.extract.slap;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ridgeline.vocabulary.FingerPosition;

/// Which fingers lie on a slap, from left to right as it is looked at.
/// - **Source** ANSI/NIST-ITL 1-2011, Table 8: 13 right four, 14 left four, 15 both thumbs
public enum SlapKind {
  /// Index to little finger of the right hand.
  RIGHT_FOUR(
      13,
      FingerPosition.RIGHT_INDEX,
      FingerPosition.RIGHT_MIDDLE,
      FingerPosition.RIGHT_RING,
      FingerPosition.RIGHT_LITTLE),
  /// Little to index finger of the left hand.
  LEFT_FOUR(
      14,
      FingerPosition.LEFT_LITTLE,
      FingerPosition.LEFT_RING,
      FingerPosition.LEFT_MIDDLE,
      FingerPosition.LEFT_INDEX),
  /// Left thumb, right thumb.
  THUMBS(15, FingerPosition.LEFT_THUMB, FingerPosition.RIGHT_THUMB);

  private final int fgp;
  private final List<FingerPosition> fingers;

  SlapKind(int fgp, FingerPosition... fingers) {
    this.fgp = fgp;
    this.fingers = List.of(fingers);
  }

  /// The kind of a finger position code; empty for anything but 13, 14 and 15.
  public static Optional<SlapKind> ofFgp(int fgp) {
    return Arrays.stream(values()).filter(kind -> kind.fgp == fgp).findFirst();
  }

  /// The finger position code, 13..15.
  public int fgp() {
    return fgp;
  }

  /// All fingers of the kind, from left to right.
  public List<FingerPosition> fingers() {
    return fingers;
  }

  /// The fingers that must be there, from left to right.
  public List<FingerPosition> expected(Set<FingerPosition> missing) {
    return fingers.stream().filter(finger -> !missing.contains(finger)).toList();
  }
}
