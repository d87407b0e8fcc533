package org.ridgeline.casework.desk;

/// Numbers that bound what every desk is told; docs/limits.md says why each is what it is.
public final class Limits {
  /// Characters of a stated purpose.
  public static final int PURPOSE_CHARS_MAX = org.ridgeline.ledger.Limits.TEXT_CHARS_MAX;

  private Limits() {}
}
