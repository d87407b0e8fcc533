package org.ridgeline.search.compare;

/// One point of a print's wave held against the place of another's wave that it is laid on.
///
/// The other's nearest point is taken, its phase moved on by what is left of a pixel (points are
/// not interpolated: across a vortex there is nothing between them), and negated where the two
/// normals are opposed. Courses that differ weigh down what agrees.
/// - **Shape** after [#look]: `real`, `imaginary` of the product of one with the other's conjugate;
///   `weight` of both sizes; `course` agreement, -1..1; the other's normal `nx`, `ny`, on the same
///   side as the first's; its `period`
final class PhaseAt {
  float real;
  float imaginary;
  float weight;
  float course;
  float nx;
  float ny;
  float period;

  private final ReadyPrint one;
  private final ReadyPrint other;
  private float cosine = 1;
  private float sine;

  PhaseAt(ReadyPrint one, ReadyPrint other) {
    this.one = one;
    this.other = other;
  }

  /// How far the map turns the first print here.
  void turn(float newCosine, float newSine) {
    cosine = newCosine;
    sine = newSine;
  }

  /// Looks at a point of the first print, laid on a place of the other; false where either is
  /// empty.
  boolean look(int at, float px, float py) {
    int here = ReadyPrint.POINT * at;
    float ar = one.points[here + ReadyPrint.REAL];
    float ai = one.points[here + ReadyPrint.IMAGINARY];
    if (ar == 0 && ai == 0) {
      return false;
    }
    // Rounded by hand: what is negative is turned away first.
    float across = px / ReadyPrint.STEP + 0.5f;
    float down = py / ReadyPrint.STEP + 0.5f;
    int column = (int) across;
    int row = (int) down;
    boolean isOnPrint = across >= 0 && down >= 0;
    if (!isOnPrint || column >= other.waveColumns || row >= other.waveRows) {
      return false;
    }
    int there = ReadyPrint.POINT * (row * other.waveColumns + column);
    float br = other.points[there + ReadyPrint.REAL];
    float bi = other.points[there + ReadyPrint.IMAGINARY];
    if (br == 0 && bi == 0) {
      return false;
    }
    int theirs = (int) other.points[there + ReadyPrint.COURSE];
    float tc = ReadyPrint.COSINE[theirs];
    float ts = ReadyPrint.SINE[theirs];
    period = other.periodAt(px, py);
    float rest =
        (float) (2 * Math.PI)
            / period
            * (-(px - ReadyPrint.STEP * column) * ts + (py - ReadyPrint.STEP * row) * tc);
    float half = rest * rest / 2;
    float cr = 1 - half;
    float ci = -rest * (1 - half / 3);
    float r = br * cr - bi * ci;
    float i = br * ci + bi * cr;
    int ours = (int) one.points[here + ReadyPrint.COURSE];
    float ac = ReadyPrint.COSINE[ours];
    float as = ReadyPrint.SINE[ours];
    float same = (ac * cosine - as * sine) * tc + (as * cosine + ac * sine) * ts;
    nx = -ts;
    ny = tc;
    if (same < 0) {
      i = -i;
      nx = ts;
      ny = -tc;
    }
    course = 2 * same * same - 1;
    float share = Math.max(0, course);
    real = (ar * r + ai * i) * share;
    imaginary = (ai * r - ar * i) * share;
    weight = one.points[here + ReadyPrint.SIZE] * other.points[there + ReadyPrint.SIZE];
    return true;
  }
}
