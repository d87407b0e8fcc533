package org.ridgeline.policy;

import java.util.Optional;

/// One line of why a case has the priority it has.
/// - **Shape** `charge` the number of a charge in the history, empty for a factor; `row` the
///   table's row, `citation` its source in full, `mark` how far that was checked
public record ExplanationRow(
    Kind kind,
    String charge,
    String what,
    String why,
    Optional<String> row,
    Optional<String> citation,
    Optional<Mark> mark) {
  /// What a line is about.
  public enum Kind {
    /// A conviction that made the level.
    COUNTED("counts"),
    /// A conviction that stands and did not make the level.
    BELOW("below the level"),
    /// A charge that is no conviction that counts.
    NOT_COUNTED("does not count"),
    /// Something not known that would matter: ask the court.
    OPEN("not known"),
    /// A factor that orders within the level.
    FACTOR("orders within the level"),
    /// A factor that does not count.
    FACTOR_NOT_COUNTED("factor, does not count");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /// As pages say it.
    public String words() {
      return words;
    }
  }

  static ExplanationRow of(Kind kind, String charge, String what, String why) {
    return new ExplanationRow(
        kind, charge, what, why, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
