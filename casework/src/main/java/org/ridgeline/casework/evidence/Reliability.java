package org.ridgeline.casework.evidence;

/// How far a source document can be relied on.
public enum Reliability {
  A("certified copy from the issuing authority"),
  B("record of the issuing authority, not certified"),
  C("copy of another authority's record"),
  D("statement by a person"),
  E("not possible to judge");

  private final String words;

  Reliability(String words) {
    this.words = words;
  }

  /// What the grade means.
  public String words() {
    return words;
  }
}
