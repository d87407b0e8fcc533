package org.ridgeline.exchange.jurisdiction;

/// What a jurisdiction takes part by.
public enum BasisKind {
  /// A law.
  STATUTE,
  /// What two sides signed.
  AGREEMENT,
  /// An order of somebody who may give it.
  ORDER
}
