package org.ridgeline.search.rank;

/// Numbers that bound a search; docs/limits.md says why each is what it is.
public final class Limits {
  /// Most persons a search puts forward.
  public static final int CANDIDATES_MAX = 20;

  /// Most probes of one pass.
  public static final int PROBES_MAX = 64;

  /// Minutiae kept of a finger, those nearest its middle; the signature is made of all. A full roll
  /// has 80 to 150, and what the full comparison costs grows with their square.
  public static final int MINUTIAE_KEPT = 64;

  /// Encounters whose ridges are asked for at a time: of ten fingers about two megabytes.
  public static final int RIDGES_READ = 64;

  private Limits() {}
}
