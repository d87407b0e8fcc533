package org.ridgeline.vocabulary;

import java.util.Optional;

/// The ten fingers, by the finger position codes 1 to 10 of ANSI/NIST-ITL.
///
/// Plain thumbs (11, 12) and slaps (13 to 15) are ways of taking prints, not fingers: the codec
/// folds or segments them into these ten.
/// - **Source** ANSI/NIST-ITL 1-2011, Table 8
public enum FingerPosition {
  RIGHT_THUMB(1, "right thumb"),
  RIGHT_INDEX(2, "right index"),
  RIGHT_MIDDLE(3, "right middle"),
  RIGHT_RING(4, "right ring"),
  RIGHT_LITTLE(5, "right little"),
  LEFT_THUMB(6, "left thumb"),
  LEFT_INDEX(7, "left index"),
  LEFT_MIDDLE(8, "left middle"),
  LEFT_RING(9, "left ring"),
  LEFT_LITTLE(10, "left little");

  private final int fgp;
  private final String label;

  FingerPosition(int fgp, String label) {
    this.fgp = fgp;
    this.label = label;
  }

  /// The FGP code, 1..10.
  public int fgp() {
    return fgp;
  }

  /// The finger in words, lower case: "right index".
  public String label() {
    return label;
  }

  /// The finger of an FGP code; empty for anything but 1..10.
  public static Optional<FingerPosition> ofFgp(int fgp) {
    return fgp >= 1 && fgp <= 10 ? Optional.of(values()[fgp - 1]) : Optional.empty();
  }
}
