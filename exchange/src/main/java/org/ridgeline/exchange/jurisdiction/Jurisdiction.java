package org.ridgeline.exchange.jurisdiction;

import java.util.regex.Pattern;
import org.ridgeline.exchange.Limits;
import org.ridgeline.vocabulary.Fips;

/// A county, a state or a territory.
/// - **Shape** `name` begins with a letter: no spreadsheet takes it for a formula
/// - **Limit** name 1..[Limits#JURISDICTION_NAME_CHARS_MAX] characters
/// - **Error** beyond: IllegalArgumentException
public record Jurisdiction(Fips fips, String name) {
  private static final Pattern NAME =
      Pattern.compile(
          "\\p{L}[\\p{L}\\p{M}0-9 .,'’()/–-]{0," + (Limits.JURISDICTION_NAME_CHARS_MAX - 1) + "}");

  public Jurisdiction {
    if (!isName(name)) {
      throw new IllegalArgumentException("name=" + name + " expected " + NAME_EXPECTED);
    }
  }

  /// What a name is.
  static final String NAME_EXPECTED =
      "a letter, then letters, digits, blanks and .,'()/-, "
          + Limits.JURISDICTION_NAME_CHARS_MAX
          + " characters at most";

  /// Whether a text can be a jurisdiction's name.
  static boolean isName(String text) {
    return NAME.matcher(text).matches() && text.strip().equals(text);
  }

  /// The two letters of its state.
  public String state() {
    return fips.state();
  }
}
