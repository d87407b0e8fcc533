package org.ridgeline.casework.redress;

/// How an item was decided.
public enum DecisionKind {
  /// What was said is right.
  UPHELD,
  /// Part of it is.
  PARTLY,
  /// It is not.
  NOT_UPHELD,
  /// Somebody else must decide; the reasons say who has it now.
  REFERRED;

  /// Whether something has to be put right.
  public boolean grants() {
    return this == UPHELD || this == PARTLY;
  }
}
