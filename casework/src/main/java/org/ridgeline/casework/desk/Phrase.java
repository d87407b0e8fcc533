package org.ridgeline.casework.desk;

import java.util.List;

/// Parts of sentences that several refusals and pages say; their words are in
/// `refusals_*.properties` as `phrase.NAME`.
public enum Phrase {
  /// A check that has not been run: its kind.
  RUN_CHECK,
  /// A check that is too old: its kind.
  RUN_CHECK_AGAIN,
  /// A check that a supervisor must look at: its kind.
  REVIEW_CHECK,
  /// Facts against are missing.
  STATE_FACTS_AGAINST,
  /// The interview is missing.
  RECORD_INTERVIEW,
  /// The hit is too old.
  RENEW_HIT,
  /// Nobody is identified.
  BEGIN_ANEW,
  /// What is to be done, and by which role.
  TODO_BY,
  /// The words of a determination, by its key.
  WORDS_OF;

  /// The phrase about something.
  public Said of(Object... arguments) {
    return new Said(this, List.of(arguments));
  }

  /// A phrase and what it is about.
  public record Said(Phrase phrase, List<Object> arguments) {
    public Said {
      arguments = List.copyOf(arguments);
    }
  }
}
