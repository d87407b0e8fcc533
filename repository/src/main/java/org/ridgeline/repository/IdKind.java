package org.ridgeline.repository;

/// A kind of identifier persons have here: FBI number, UCN, state id, FIN, A-number.
/// - **Shape** `format` as of [String#format] with one number, for kinds this repository assigns to
///   every new person; empty for kinds that only come from outside
public record IdKind(String name, String format) {
  /// Whether this repository gives every new person one.
  public boolean isAssigned() {
    return !format.isEmpty();
  }

  /// Whether a number looks like those that this repository gives.
  public boolean isLike(String value) {
    String prefix = format.isEmpty() ? "" : format.substring(0, format.indexOf('%'));
    return isAssigned()
        && value.length() == format.formatted(0).length()
        && value.startsWith(prefix)
        && value.substring(prefix.length()).chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
