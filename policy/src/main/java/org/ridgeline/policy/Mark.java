package org.ridgeline.policy;

/// How far what a row says has been checked.
public enum Mark {
  /// Checked against the source it names.
  SEEN("seen"),
  /// A lead that nobody has checked yet; not to be published as fact.
  UNVERIFIED("unverified");

  private final String words;

  Mark(String words) {
    this.words = words;
  }

  /// As tables and pages say it.
  public String words() {
    return words;
  }
}
