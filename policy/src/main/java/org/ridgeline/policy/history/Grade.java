package org.ridgeline.policy.history;

/// How grave the law holds an offence.
public enum Grade {
  /// Nobody recorded it; never read as a felony.
  UNKNOWN("grade not recorded"),
  /// Punished by a fine; not a crime.
  INFRACTION("infraction"),
  MISDEMEANOUR("misdemeanour"),
  FELONY("felony");

  private final String words;

  Grade(String words) {
    this.words = words;
  }

  /// As pages say it.
  public String words() {
    return words;
  }
}
