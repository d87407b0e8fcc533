package org.ridgeline.casework.replay;

/// Numbers that bound a replay; docs/limits.md says why each is what it is.
public final class Limits {
  /// Most moments of a case that are shown.
  public static final int MOMENTS_MAX = 2_000;

  /// Cases listed at a time.
  public static final int CASES_AT_ONCE_MAX = 100;

  private Limits() {}
}
