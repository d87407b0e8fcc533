package org.ridgeline.casework.desk;

/// What a case keeps at most so many of.
public enum Kept implements Term {
  CHECKS("checks"),
  DISPOSITIONS("dispositions"),
  DOCUMENTS("documents"),
  FACTORS("factors"),
  FACTS("facts"),
  INTERVIEWS("interviews"),
  REVIEWS("reviews");

  private final String words;

  Kept(String words) {
    this.words = words;
  }

  @Override
  public String key() {
    return "kept." + name();
  }

  @Override
  public String words() {
    return words;
  }
}
