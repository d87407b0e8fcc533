package org.ridgeline.casework.verification;

/// What one examiner concluded.
public enum Conclusion {
  /// One source: enough agreement and no difference that distortion does not explain.
  IDENTIFICATION("identification"),
  /// Two sources.
  EXCLUSION("exclusion"),
  /// Cannot be told from these prints.
  INCONCLUSIVE("inconclusive");

  private final String words;

  Conclusion(String words) {
    this.words = words;
  }

  /// The conclusion as people read it.
  public String words() {
    return words;
  }
}
