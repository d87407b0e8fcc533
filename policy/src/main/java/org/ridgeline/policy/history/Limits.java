package org.ridgeline.policy.history;

/// Numbers that bound a history; docs/limits.md says why each is what it is.
public final class Limits {
  /// Arrests of one person.
  public static final int ARRESTS_MAX = 1_000;

  /// Charges of one arrest.
  public static final int CHARGES_MAX = 40;

  /// Longest text of an offence, an agency, a court or a docket.
  public static final int TEXT_CHARS_MAX = 1_000;

  private Limits() {}

  static String text(String name, String text) {
    if (text.isBlank() || text.length() > TEXT_CHARS_MAX) {
      throw new IllegalArgumentException(
          name + ".length=" + text.strip().length() + " limit=1.." + TEXT_CHARS_MAX);
    }
    return text;
  }
}
