package org.ridgeline.casework.redress;

/// What is to be put right after a decision. Each goes to everybody who was told.
public enum Remedy {
  /// A fact on record is corrected.
  CORRECT_FACT,
  /// A second answer is withdrawn.
  WITHDRAW_ANSWER,
  /// What was kept is removed.
  PURGE
}
