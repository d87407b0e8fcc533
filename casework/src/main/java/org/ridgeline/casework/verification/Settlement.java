package org.ridgeline.casework.verification;

/// What the examiners came to together.
public enum Settlement {
  /// The two cards are of one person.
  IDENTIFIED,
  /// They are of two.
  EXCLUDED,
  /// It cannot be told from these prints, or those who looked cannot be brought together.
  INCONCLUSIVE
}
