package org.ridgeline.exchange.answer;

import org.ridgeline.exchange.submission.RepositoryName;

/// Whose answer it is.
public enum AnswerSource {
  /// A refusal.
  EXCHANGE("exchange"),
  /// The first repository's.
  CRIMINAL("criminal"),
  /// The repository of applicants'.
  CIVIL("civil"),
  /// The second repository's, before people have decided.
  IMMIGRATION("immigration"),
  /// People's, of what the second repository found.
  DETERMINATION("determination");

  private final String key;

  AnswerSource(String key) {
    this.key = key;
  }

  /// Whether it is a second answer, which goes only to whoever can receive one.
  public boolean isSecond() {
    return this == IMMIGRATION || this == DETERMINATION;
  }

  /// The name in rows and JSON.
  public String key() {
    return key;
  }

  /// The source of a name; none of that name: IllegalArgumentException.
  public static AnswerSource ofKey(String key) {
    for (AnswerSource source : values()) {
      if (source.key.equals(key)) {
        return source;
      }
    }
    throw new IllegalArgumentException(
        "source \"" + key + "\" expected=exchange, criminal, civil, immigration, determination");
  }

  /// A repository's own answer.
  public static AnswerSource of(RepositoryName repository) {
    return ofKey(repository.key());
  }
}
