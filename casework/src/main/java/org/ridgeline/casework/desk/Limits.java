package org.ridgeline.casework.desk;

/// Numbers that bound what every desk is told; docs/limits.md says why each is what it is.
public final class Limits {
  /// Characters of a stated purpose.
  public static final int PURPOSE_CHARS_MAX = org.ridgeline.ledger.Limits.TEXT_CHARS_MAX;

  /// Letters and digits of the reason of a step, as [Spoken#count] counts them.
  public static final int REASON_CHARS_MIN = 10;

  /// Letters and digits of the narrative of a determination.
  public static final int NARRATIVE_CHARS_MIN = 15;

  /// Letters and digits of the reason why a determination goes against the checks on file.
  public static final int AGAINST_CHARS_MIN = 40;

  private Limits() {}
}
