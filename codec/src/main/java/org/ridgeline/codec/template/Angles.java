package org.ridgeline.codec.template;

/// Directions of exchange formats, counter-clockwise in `steps` to a turn, and ours, clockwise in
/// 65536.
final class Angles {
  private static final int TURN = 65_536;

  /// INCITS 378: units of 2 degrees.
  static final int INCITS_STEPS = 180;

  /// ISO/IEC 19794-2:2005: units of 1/256 turn.
  static final int ISO_STEPS = 256;

  private Angles() {}

  static int ours(int angle, int steps) {
    return (int) Math.round(-(double) angle * TURN / steps) & (TURN - 1);
  }

  static int theirs(int direction, int steps) {
    return Math.floorMod((int) Math.round(-(double) direction * steps / TURN), steps);
  }
}
