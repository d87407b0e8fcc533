package org.ridgeline.casework.desk;

import java.util.Optional;

/// What somebody says they look at people's records, or do something, for: free text that the
/// ledger keeps with every read and step. Not what a search of a repository is made for; that is a
/// closed list of the repository's.
/// - **Shape** `text` one line without surrounding blanks, 1..[Limits#PURPOSE_CHARS_MAX] characters
public record StatedPurpose(String text) {
  public StatedPurpose {
    if (!isSound(text)) {
      throw new IllegalArgumentException(
          "purpose=\"" + text + "\" limit=1.." + Limits.PURPOSE_CHARS_MAX);
    }
  }

  /// A purpose as somebody typed it.
  /// - **Error** empty, too long or of several lines: empty
  public static Optional<StatedPurpose> ofTyped(String typed) {
    return Optional.of(typed.strip()).filter(StatedPurpose::isSound).map(StatedPurpose::new);
  }

  private static boolean isSound(String text) {
    return !text.isEmpty()
        && text.equals(text.strip())
        && text.length() <= Limits.PURPOSE_CHARS_MAX
        && text.chars().noneMatch(Character::isISOControl);
  }
}
