package org.ridgeline.vocabulary;

/// A place round which the ridges' course turns by half a turn: where ridges turn back, or part.
/// - **Unit** x, y in pixels at 500 ppi, to fractions; direction in radians, 0..2π, zero along +x,
///   growing from +x to +y; quality 0..100, how clearly the ridges round it show it
/// - **Error** a quality out of range: IllegalArgumentException
/// - **Source** ISO/IEC 19794-2:2005 (core, delta); M. Kawagoe, A. Tojo, Fingerprint pattern
///   classification, Pattern Recognition 17(3), 1984
public sealed interface SingularPoint {
  /// Column, pixels from the left.
  float x();

  /// Row, pixels from the top.
  float y();

  /// Direction, radians.
  float direction();

  /// Reliability, 0..100.
  int quality();

  /// Where ridges turn back. It points into the open side of the loop, along the ridges' legs; the
  /// two of a whorl face each other.
  record Core(float x, float y, float direction, int quality) implements SingularPoint {
    public Core {
      check(quality);
    }
  }

  /// Where three ways of ridges part. It points along the first of three arms, the others lie a
  /// third of a turn further each.
  record Delta(float x, float y, float direction, int quality) implements SingularPoint {
    public Delta {
      check(quality);
    }
  }

  private static void check(int quality) {
    if (quality < 0 || quality > 100) {
      throw new IllegalArgumentException("quality=" + quality + " limit=0..100");
    }
  }
}
