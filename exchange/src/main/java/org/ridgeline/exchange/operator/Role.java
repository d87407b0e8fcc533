package org.ridgeline.exchange.operator;

/// What an operator may do.
public enum Role {
  /// Sees machine scores too, invites and releases operators.
  ADMINISTRATOR,
  /// Sees submissions, leads and the register; acknowledges leads.
  OPERATOR
}
