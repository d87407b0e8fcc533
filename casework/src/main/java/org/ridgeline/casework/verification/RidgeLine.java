package org.ridgeline.casework.verification;

/// A line that an examiner drew in one print, and how many ridges lie across it.
/// - **Shape** `counted` by the examiner, who corrects what the program proposes
/// - **Unit** as [Mark]
public record RidgeLine(int fgp, boolean inFirst, Mark.Spot from, Mark.Spot to, int counted) {
  public RidgeLine {
    int max = Limits.RIDGES_MAX;
    if (fgp < 1 || fgp > 10 || counted < 0 || counted > max) {
      throw new IllegalArgumentException("fgp=" + fgp + " counted=" + counted + " limit=0.." + max);
    }
  }

  /// The same with sides exchanged.
  RidgeLine mirrored() {
    return new RidgeLine(fgp, !inFirst, from, to, counted);
  }
}
