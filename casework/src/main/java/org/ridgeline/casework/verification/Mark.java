package org.ridgeline.casework.verification;

/// A feature that an examiner marked in both prints of a finger.
/// - **Shape** `number` as drawn; `agrees` false for a difference
/// - **Unit** positions in pixels of the plates shown, at [Plate#RESOLUTION_PPI], from the top
///   left; `first` and `second` are the pair's prints, whichever side they were shown on
/// - **Error** outside the plates: IllegalArgumentException
public record Mark(int fgp, int number, Kind kind, boolean agrees, Spot first, Spot second) {
  /// What was marked.
  public enum Kind {
    ENDING,
    BIFURCATION,
    DOT,
    OTHER
  }

  /// A place in a print.
  public record Spot(double x, double y) {
    public Spot {
      if (!(x >= 0 && y >= 0 && x <= Limits.PLATE_SIDE_PX_MAX && y <= Limits.PLATE_SIDE_PX_MAX)) {
        throw new IllegalArgumentException(
            "spot=" + x + "," + y + " limit=0.." + Limits.PLATE_SIDE_PX_MAX);
      }
    }
  }

  public Mark {
    if (fgp < 1 || fgp > 10 || number < 1 || number > Limits.MARKS_MAX) {
      throw new IllegalArgumentException("fgp=" + fgp + " number=" + number);
    }
  }

  /// The same with sides exchanged.
  Mark mirrored() {
    return new Mark(fgp, number, kind, agrees, second, first);
  }
}
