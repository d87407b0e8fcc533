package org.ridgeline.estimate;

/// Numbers that bound what is computed; docs/limits.md says why each is what it is.
public final class Limits {
  /// Units of one analysis.
  public static final int UNITS_MAX = 50_000;

  /// Charge classes of one analysis.
  public static final int CHARGE_CLASSES_MAX = 100;

  /// Trials of each of two shares that are tested against each other.
  public static final long TWO_SAMPLES_MAX = 10_000_000;

  /// Trials for which control limits are computed.
  public static final long TRIALS_MAX = 1_000_000_000;

  /// Characters of a unit's, a group's, a source's or a charge class's name.
  public static final int NAME_CHARS_MAX = 200;

  private Limits() {}

  /// Refuses a name that is blank or too long.
  /// - **Error** IllegalArgumentException
  public static void checkName(String what, String name) {
    if (name.isBlank() || name.length() > NAME_CHARS_MAX) {
      throw new IllegalArgumentException(
          what + " of " + name.length() + " characters limit=1.." + NAME_CHARS_MAX);
    }
  }
}
