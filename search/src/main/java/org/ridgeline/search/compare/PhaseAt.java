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
    float ar = one.real[at];
    float ai = one.imaginary[at];
    if (ar == 0 && ai == 0) {
      return false;
    }
    int column = Math.round(px / ReadyPrint.STEP);
    int row = Math.round(py / ReadyPrint.STEP);
    if (column < 0 || row < 0 || column >= other.waveColumns || row >= other.waveRows) {
      return false;
    }
    int there = row * other.waveColumns + column;
    float br = other.real[there];
    float bi = other.imaginary[there];
    if (br == 0 && bi == 0) {
      return false;
    }
    float tc = ReadyPrint.COSINE[other.course[there]];
    float ts = ReadyPrint.SINE[other.course[there]];
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
    float ac = ReadyPrint.COSINE[one.course[at]];
    float as = ReadyPrint.SINE[one.course[at]];
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
    weight = one.size[at] * other.size[there];
    return true;
  }
}
