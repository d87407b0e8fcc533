package org.ridgeline.vocabulary;

/// A place where a friction ridge ends or splits.
///
/// Position in pixels at the resolution of its template, origin top left, y downwards. Direction in
/// 1/65536 of a turn, zero along +x, growing clockwise as seen on the screen (from +x to +y); it
/// points along the ridge from a ridge ending into the ridge, and from a bifurcation between its
/// two branches.
/// - **Limit** x, y 0..16383; direction 0..65535; quality 0..100, 0 where unknown
/// - **Error** a value out of limits: IllegalArgumentException
public sealed interface Minutia {
  /// Column, pixels from the left.
  int x();

  /// Row, pixels from the top.
  int y();

  /// Direction, 1/65536 turn.
  int direction();

  /// Reliability 0..100, 0 where unknown.
  int quality();

  /// A ridge that ends.
  record RidgeEnding(int x, int y, int direction, int quality) implements Minutia {
    public RidgeEnding {
      check(x, y, direction, quality);
    }
  }

  /// A ridge that splits in two.
  record Bifurcation(int x, int y, int direction, int quality) implements Minutia {
    public Bifurcation {
      check(x, y, direction, quality);
    }
  }

  private static void check(int x, int y, int direction, int quality) {
    limit("x", x, 16_383);
    limit("y", y, 16_383);
    limit("direction", direction, 65_535);
    limit("quality", quality, 100);
  }

  private static void limit(String name, int value, int max) {
    if (value < 0 || value > max) {
      throw new IllegalArgumentException(name + "=" + value + " limit=0.." + max);
    }
  }
}
