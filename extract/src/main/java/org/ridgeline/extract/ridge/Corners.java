package org.ridgeline.extract.ridge;

/// A vector known at the four corners of a square, and in between by a mixture of them: how often
/// it turns on the way round, and where within it vanishes.
/// - **Shape** corners clockwise as seen on the screen, from the upper left
final class Corners {
  private static final int ROUNDS = 3;

  final float[] re = new float[4];
  final float[] im = new float[4];

  /// Where the vector vanishes, 0..1 across and down; of use after [#settle()].
  float across;

  float down;

  /// Whole turns from corner to corner, -1, 0 or 1; positive as angles grow.
  int turns() {
    int turns = 0;
    for (int i = 0; i < 4; i++) {
      int next = i + 1 & 3;
      turns += crossing(re[i], im[i], re[next], im[next]);
    }
    return turns;
  }

  /// Whether a corner has no vector.
  boolean isBlank() {
    for (int i = 0; i < 4; i++) {
      if (re[i] == 0 && im[i] == 0) {
        return true;
      }
    }
    return false;
  }

  /// 1 where the straight way from a to b crosses the negative real axis downwards, as growing
  /// angles do, -1 upwards.
  private static int crossing(float ax, float ay, float bx, float by) {
    if (ay >= 0 == by >= 0) {
      return 0;
    }
    float cross = ax * by - ay * bx;
    if (ay >= 0) {
      return cross > 0 ? 1 : 0;
    }
    return cross < 0 ? -1 : 0;
  }

  /// Finds where the vector vanishes, by Newton's steps from the middle.
  void settle() {
    across = 0.5f;
    down = 0.5f;
    for (int i = 0; i < ROUNDS; i++) {
      float a = mixed(re);
      float b = mixed(im);
      float au = acrossOf(re);
      float av = downOf(re);
      float bu = acrossOf(im);
      float bv = downOf(im);
      float det = au * bv - av * bu;
      if (Math.abs(det) < 1e-9f) {
        break;
      }
      across = Math.clamp(across - (a * bv - b * av) / det, 0f, 1f);
      down = Math.clamp(down - (b * au - a * bu) / det, 0f, 1f);
    }
  }

  private float mixed(float[] corner) {
    float top = corner[0] + (corner[1] - corner[0]) * across;
    float bottom = corner[3] + (corner[2] - corner[3]) * across;
    return top + (bottom - top) * down;
  }

  private float acrossOf(float[] corner) {
    float top = corner[1] - corner[0];
    return top + (corner[2] - corner[3] - top) * down;
  }

  private float downOf(float[] corner) {
    float left = corner[3] - corner[0];
    return left + (corner[2] - corner[1] - left) * across;
  }
}
