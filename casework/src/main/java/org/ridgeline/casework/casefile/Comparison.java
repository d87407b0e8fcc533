package org.ridgeline.casework.casefile;

/// Puts the prints of a case before the examiners, in the transaction of the step that asks for it.
@FunctionalInterface
public interface Comparison {
  /// Asks for a comparison of the booking's prints with the record's.
  void request(Case one);
}
