package org.ridgeline.casework.custody;

import java.util.Arrays;
import java.util.Locale;

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

  /// Whether a facility's name says that it is one: "Tarn County Jail".
  public boolean isSaidBy(String name) {
    String noun = words.substring(words.lastIndexOf(' ') + 1);
    return Arrays.asList(name.toLowerCase(Locale.ROOT).split("[^a-z]+")).contains(noun);
  }
}
