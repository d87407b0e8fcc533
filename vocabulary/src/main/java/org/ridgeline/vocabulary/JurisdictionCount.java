package org.ridgeline.vocabulary;

/// How many jurisdictions: never how many states. Two of its kind can be added, the other kind
/// cannot.
/// - **Error** below nought: IllegalArgumentException
public record JurisdictionCount(int count) {
  public JurisdictionCount {
    if (count < 0) {
      throw new IllegalArgumentException("jurisdictions=" + count + " limit=0..");
    }
  }

  /// Both together.
  public JurisdictionCount plus(JurisdictionCount other) {
    return new JurisdictionCount(Math.addExact(count, other.count));
  }

  @Override
  public String toString() {
    return count + (count == 1 ? " jurisdiction" : " jurisdictions");
  }
}
