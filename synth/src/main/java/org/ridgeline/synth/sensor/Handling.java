package org.ridgeline.synth.sensor;

/// How fingers are laid on a sensor: how far prints of one finger differ in place and shape.
/// - **Unit** deviations: `shiftX`, `shiftY` of the finger's place in pixels, `turn` in degrees,
///   `strain` 1 as on a calm touch; shares 0..1: `partial` touches by tip, side or rim, `heavy`
///   bends; `reach` is the size of the touched part, 1 the whole pad
public record Handling(
    double shiftX,
    double shiftY,
    double turn,
    double strain,
    double partial,
    double heavy,
    double reach) {
  public Handling {
    share("partial", partial);
    share("heavy", heavy);
    if (shiftX < 0 || shiftY < 0 || turn < 0 || strain < 0 || reach <= 0) {
      throw new IllegalArgumentException("a deviation or reach is below 0");
    }
  }

  private static void share(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + "=" + value + " limit=0..1");
    }
  }

  /// The same, with so large a share of heavily bent touches.
  public Handling withHeavy(double share) {
    return new Handling(shiftX, shiftY, turn, strain, partial, share, reach);
  }
}
