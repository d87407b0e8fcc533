package org.ridgeline.exchange.jurisdiction;

/// Whether a jurisdiction may say no: said where it is filed, so that nobody has to guess.
public enum BasisStatus {
  /// It must take part.
  MANDATORY,
  /// It may end its part at any time.
  VOLUNTARY,
  /// The basis does not hold for now: nothing begins on it.
  SUSPENDED
}
