package org.ridgeline.synth.people;

/// Which repositories have met a person before.
public enum Known {
  NEITHER,
  CRIMINAL,
  IMMIGRATION,
  BOTH;

  /// Whether the criminal repository knows the person.
  public boolean criminal() {
    return this == CRIMINAL || this == BOTH;
  }

  /// Whether the immigration repository knows the person.
  public boolean immigration() {
    return this == IMMIGRATION || this == BOTH;
  }
}
