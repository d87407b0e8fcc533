package org.ridgeline.oversight.track;

import java.util.Arrays;
import java.util.Optional;

/// What a published policy makes of convictions: the compulsory rows of every table that is split.
/// - **Source** domain facts: persons without a conviction were left out of headlines
public enum ConvictionLevel {
  LEVEL_1("Level 1"),
  LEVEL_2("Level 2"),
  LEVEL_3("Level 3"),
  /// No conviction stands that the policy counts.
  NO_CONVICTION("No conviction"),
  /// Not known, or not assessed yet: never read as convicted.
  UNDETERMINED("Undetermined");

  private final String words;

  ConvictionLevel(String words) {
    this.words = words;
  }

  /// As tables say it.
  public String words() {
    return words;
  }

  /// The level of a fact; one that this version does not know is undetermined.
  public static ConvictionLevel of(String name) {
    Optional<ConvictionLevel> known =
        Arrays.stream(values()).filter(level -> level.name().equals(name)).findFirst();
    return known.orElse(UNDETERMINED);
  }
}
