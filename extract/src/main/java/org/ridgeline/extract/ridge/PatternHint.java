package org.ridgeline.extract.ridge;

import java.util.List;
import org.ridgeline.vocabulary.SingularPoint;

/// The class of a print's pattern as far as its cores and deltas tell: a hint, no classification.
///
/// A print without any may be an arch as well as a part of something else, and is [#UNKNOWN]; so is
/// whatever leaves a doubt. Fingers are taken to point upwards, give or take 45 degrees.
/// - **Source** ANSI/NIST-ITL 1-2011, pattern classification codes; bounds by hand on fictional
///   prints, 2026-11-30
public enum PatternHint {
  /// A tented arch: its delta lies close under its core.
  ARCH("AU"),
  /// A loop whose legs leave the print on its left.
  LEFT_LOOP("LS"),
  /// A loop whose legs leave the print on its right.
  RIGHT_LOOP("RS"),
  /// Two cores that face each other.
  WHORL("WU"),
  UNKNOWN("UC");

  /// Two cores of a whorl are no farther apart, pixels, and their directions differ by so much.
  private static final double WHORL_PX_MAX = 120;

  private static final double WHORL_COSINE_MAX = -0.6;

  /// The delta of a tented arch is no farther, that of a loop no nearer.
  private static final double TENT_PX_MAX = 90;

  private static final double LOOP_PX_MIN = 70;

  /// From the core's axis to its delta: under it, or beside it.
  private static final double TENT_DEGREES_MAX = 25;

  private static final double LOOP_DEGREES_MIN = 25;
  private static final double LOOP_DEGREES_MAX = 125;

  /// How far the axis of a core leans where no delta is seen.
  private static final double LEAN_DEGREES_MIN = 15;

  private static final double LEAN_DEGREES_MAX = 80;

  private final String code;

  PatternHint(String code) {
    this.code = code;
  }

  /// The standard's code: AU, LS, RS, WU or UC.
  public String code() {
    return code;
  }

  /// What the cores and deltas of a print hint at.
  public static PatternHint of(List<SingularPoint> points) {
    List<SingularPoint> cores =
        points.stream().filter(SingularPoint.Core.class::isInstance).toList();
    List<SingularPoint> deltas =
        points.stream().filter(SingularPoint.Delta.class::isInstance).toList();
    if (cores.size() == 2 && deltas.size() <= 2) {
      return ofTwo(cores.get(0), cores.get(1));
    }
    if (cores.size() != 1 || deltas.size() > 1) {
      return UNKNOWN;
    }
    return deltas.isEmpty() ? leaning(cores.get(0)) : ofLoop(cores.get(0), deltas.get(0));
  }

  private static PatternHint ofTwo(SingularPoint one, SingularPoint other) {
    double cosine = StrictMath.cos((double) one.direction() - other.direction());
    boolean isWhorl = cosine <= WHORL_COSINE_MAX && distance(one, other) <= WHORL_PX_MAX;
    return isWhorl ? WHORL : UNKNOWN;
  }

  private static PatternHint ofLoop(SingularPoint core, SingularPoint delta) {
    double axisX = StrictMath.cos(core.direction());
    double axisY = StrictMath.sin(core.direction());
    double x = delta.x() - core.x();
    double y = delta.y() - core.y();
    double degrees =
        StrictMath.toDegrees(StrictMath.atan2(axisX * y - axisY * x, axisX * x + axisY * y));
    double off = Math.abs(degrees);
    double distance = distance(core, delta);
    if (off < TENT_DEGREES_MAX && distance <= TENT_PX_MAX) {
      return ARCH;
    }
    if (off < LOOP_DEGREES_MIN || off > LOOP_DEGREES_MAX || distance < LOOP_PX_MIN) {
      return UNKNOWN;
    }
    // Seen from the core down its legs, the delta lies on the side that they do not leave by.
    return degrees > 0 ? RIGHT_LOOP : LEFT_LOOP;
  }

  private static PatternHint leaning(SingularPoint core) {
    double left = StrictMath.toDegrees(core.direction()) - 90;
    double off = Math.abs(left);
    if (off < LEAN_DEGREES_MIN || off > LEAN_DEGREES_MAX) {
      return UNKNOWN;
    }
    return left > 0 ? LEFT_LOOP : RIGHT_LOOP;
  }

  private static double distance(SingularPoint one, SingularPoint other) {
    double x = one.x() - other.x();
    double y = one.y() - other.y();
    return Math.sqrt(x * x + y * y);
  }
}
