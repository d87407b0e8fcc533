package org.ridgeline.policy;

/// Whether a condition holds of a conviction, as far as is recorded.
enum Truth {
  NO,
  UNKNOWN,
  YES;

  Truth and(Truth other) {
    return values()[Math.min(ordinal(), other.ordinal())];
  }

  static Truth of(boolean holds) {
    return holds ? YES : NO;
  }
}
