package org.ridgeline.casework.custody;

/// What an alarm of the custody clock is about.
public enum AlarmKind {
  RELEASE_NEAR("release is near"),
  RELEASE_OVERDUE("expected release has passed, nothing reported"),
  SENTENCE_END_NEAR("sentence ends soon"),
  LIMIT_NEAR("lawful limit is near"),
  LIMIT_REACHED("lawful limit reached"),
  OUTCOME_MISSING("out of custody, outcome missing");

  private final String words;

  AlarmKind(String words) {
    this.words = words;
  }

  /// As people read it.
  public String words() {
    return words;
  }

  /// How grave it is, the gravest 0: what has happened before what is near, liberty before dates.
  public int gravity() {
    return switch (this) {
      case LIMIT_REACHED -> 0;
      case RELEASE_OVERDUE -> 1;
      case LIMIT_NEAR -> 2;
      case RELEASE_NEAR -> 3;
      case SENTENCE_END_NEAR -> 4;
      case OUTCOME_MISSING -> 5;
    };
  }

  /// Whether the booking agency is told: it is about what it does or reports.
  public boolean isForAgency() {
    return this != OUTCOME_MISSING;
  }
}
