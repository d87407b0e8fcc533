package org.ridgeline.casework.custody;

/// A moment of a custody that people report.
public enum Milestone {
  /// Taken in.
  BOOKED("booked"),
  /// When release is expected: bail, court date, end of term.
  RELEASE_EXPECTED("expected release"),
  /// From when nothing of the local matter keeps the person any more.
  RELEASE_ELIGIBLE("may be released"),
  /// When the sentence ends.
  SENTENCE_END("sentence ends"),
  /// Let go.
  RELEASED("released");

  private final String words;

  Milestone(String words) {
    this.words = words;
  }

  /// As people read it.
  public String words() {
    return words;
  }

  /// Whether it can only be reported once it has happened.
  public boolean isPast() {
    return this == BOOKED || this == RELEASED;
  }
}
