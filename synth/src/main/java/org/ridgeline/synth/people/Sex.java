package org.ridgeline.synth.people;

/// Sex as EBTS 2.024 records it, for people whose sex is recorded.
public enum Sex {
  FEMALE("F"),
  MALE("M");

  private final String code;

  Sex(String code) {
    this.code = code;
  }

  /// The code of field 2.024.
  public String code() {
    return code;
  }
}
