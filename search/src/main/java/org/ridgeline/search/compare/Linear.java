package org.ridgeline.search.compare;

/// A linear map of one print's directions to another's: a turn, and a stretch across the ridges.
///
/// The period of the ridges tells only how far they lie apart, so a pair of periods stretches along
/// the ridges' normal and leaves their length alone.
record Linear(float xx, float xy, float yx, float yy, float cosine, float sine) {
  /// A turn by `turn` after a stretch by `scale` across a direction.
  static Linear of(float turn, float direction, float scale) {
    double tx = StrictMath.cos(direction);
    double ty = StrictMath.sin(direction);
    double a = tx * tx + scale * ty * ty;
    double b = (1 - scale) * tx * ty;
    double d = ty * ty + scale * tx * tx;
    double c = StrictMath.cos(turn);
    double s = StrictMath.sin(turn);
    return new Linear(
        (float) (c * a - s * b),
        (float) (c * b - s * d),
        (float) (s * a + c * b),
        (float) (s * b + c * d),
        (float) c,
        (float) s);
  }
}
