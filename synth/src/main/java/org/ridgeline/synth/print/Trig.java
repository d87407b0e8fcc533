package org.ridgeline.synth.print;

/// Sine, cosine and arc tangent by fixed polynomials: the same bits everywhere, like [StrictMath],
/// and several times faster. Errors stay below 1e-7.
/// - **Source** Abramowitz and Stegun 4.4.49 (arc tangent); Taylor series (sine)
final class Trig {
  private static final double HALF_PI = Math.PI / 2;

  private Trig() {}

  static double sin(double angle) {
    double halfTurns = Math.rint(angle / Math.PI);
    double x = angle - halfTurns * Math.PI;
    double x2 = x * x;
    double tail = 2.7557319224e-6 + x2 * (-2.5052108385e-8 + x2 * 1.6059043837e-10);
    double poly = -1.0 / 6 + x2 * (1.0 / 120 + x2 * (-1.0 / 5040 + x2 * tail));
    double sine = x + x * x2 * poly;
    return ((long) halfTurns & 1) == 0 ? sine : -sine;
  }

  static double cos(double angle) {
    return sin(angle + HALF_PI);
  }

  static double atan2(double y, double x) {
    double absX = Math.abs(x);
    double absY = Math.abs(y);
    double larger = Math.max(absX, absY);
    if (larger == 0) {
      return 0;
    }
    double angle = atan(Math.min(absX, absY) / larger);
    angle = absY > absX ? HALF_PI - angle : angle;
    angle = x < 0 ? Math.PI - angle : angle;
    return y < 0 ? -angle : angle;
  }

  /// Arc tangent of 0..1.
  private static double atan(double t) {
    double t2 = t * t;
    double high = -0.0752896400 + t2 * (0.0429096138 + t2 * (-0.0161657367 + t2 * 0.0028662257));
    double middle = -0.1420889944 + t2 * (0.1065626393 + t2 * high);
    return t * (1 + t2 * (-0.3333314528 + t2 * (0.1999355085 + t2 * middle)));
  }
}
