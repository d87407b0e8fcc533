package org.ridgeline.policy;

/// What a policy table makes of a history. Not a judgment of a person: it orders work.
public enum Level {
  LEVEL_1(1, "Level 1"),
  LEVEL_2(2, "Level 2"),
  LEVEL_3(3, "Level 3"),
  /// No conviction stands that the table counts.
  NO_CONVICTION(4, "No conviction"),
  /// No conviction stands that counts for certain, and something not known would matter. Waits as
  /// long as [#NO_CONVICTION]: what is not known brings nobody forward.
  UNDETERMINED(4, "Undetermined");

  private final int rank;
  private final String words;

  Level(int rank, String words) {
    this.rank = rank;
    this.words = words;
  }

  /// Place in a queue.
  /// - **Unit** 1 comes first
  public int rank() {
    return rank;
  }

  /// As pages say it.
  public String words() {
    return words;
  }

  /// Whether this level comes before another in a queue.
  public boolean isBefore(Level other) {
    return rank < other.rank;
  }
}
