package org.ridgeline.vocabulary;

/// Arithmetic of angles that gives the same bits on every machine, and fast.
///
/// `Math.atan2` may differ in its last bits between machines, `StrictMath.atan2` takes longer than
/// the filter whose phase it is asked for.
/// - **Unit** radians, zero along +x, growing from +x to +y
public final class Angle {
  private static final float PI = (float) Math.PI;
  private static final float HALF = (float) (Math.PI / 2);

  private Angle() {}

  /// The angle of a vector, -π..π, to 2·10⁻⁵; 0 of the zero vector.
  public static float of(float y, float x) {
    float ax = Math.abs(x);
    float ay = Math.abs(y);
    float most = Math.max(ax, ay);
    if (most == 0) {
      return 0;
    }
    float z = Math.min(ax, ay) / most;
    float s = z * z;
    float angle =
        z
            * (0.99997726f
                + s
                    * (-0.33262347f
                        + s
                            * (0.19354346f
                                + s * (-0.11643287f + s * (0.05265332f - s * 0.01172120f)))));
    if (ay > ax) {
      angle = HALF - angle;
    }
    if (x < 0) {
      angle = PI - angle;
    }
    return y < 0 ? -angle : angle;
  }

  /// The same angle within -π..π.
  public static float wrap(float angle) {
    float turns = angle / (2 * PI);
    return angle - 2 * PI * Math.round(turns);
  }
}
