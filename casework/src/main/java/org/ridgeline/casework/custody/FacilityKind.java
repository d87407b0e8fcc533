package org.ridgeline.casework.custody;

/// What kind of place holds a person.
/// - **Source** release on seven Missouri counties, 20 April 2011: state prisons and local jails
public enum FacilityKind {
  STATE_PRISON("state prison"),
  LOCAL_JAIL("local jail");

  private final String words;

  FacilityKind(String words) {
    this.words = words;
  }

  /// As people read it.
  public String words() {
    return words;
  }
}
