package org.ridgeline.extract;

/// Numbers that bound extraction; docs/limits.md says why each is what it is.
public final class Limits {
  /// Coarsest image worth a search, pixels per inch.
  public static final int RESOLUTION_PPI_MIN = 250;

  /// Finest image taken, pixels per inch.
  public static final int RESOLUTION_PPI_MAX = 1200;

  /// Least quality of a usable finger, 0..100.
  public static final int QUALITY_MIN = 15;

  /// Fewest minutiae of a usable finger.
  public static final int MINUTIAE_MIN = 6;

  /// Longest side of a slap, inches; the largest plates are about 5.
  public static final int SLAP_SIDE_INCHES_MAX = 8;

  /// Farthest turn at which a hand's fingers are looked for, degrees either way.
  public static final int SLAP_TURN_DEGREES_MAX = 50;

  private Limits() {}

  /// Whether a print of that resolution is taken.
  public static boolean takes(int resolutionPpi) {
    return resolutionPpi >= RESOLUTION_PPI_MIN && resolutionPpi <= RESOLUTION_PPI_MAX;
  }
}
