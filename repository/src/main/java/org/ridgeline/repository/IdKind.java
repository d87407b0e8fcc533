package org.ridgeline.repository;

/// A kind of identifier persons have here: FBI number, state id, FIN, A-number.
/// - **Shape** `format` as of [String#format] with one number, for kinds this repository assigns to
///   every new person; empty for kinds that only come from outside
public record IdKind(String name, String format) {
  /// Whether this repository gives every new person one.
  public boolean isAssigned() {
    return !format.isEmpty();
  }
}
