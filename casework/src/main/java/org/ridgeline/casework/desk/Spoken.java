package org.ridgeline.casework.desk;

/// How much a reason says. A least length is no proof of sense; it keeps "x", "n/a" and a row of
/// dots from passing for one.
public final class Spoken {
  private Spoken() {}

  /// Letters and digits of a text; the same one several times running counts once.
  public static int count(String text) {
    int count = 0;
    int before = -1;
    for (int c : text.codePoints().filter(Character::isLetterOrDigit).toArray()) {
      count += c == before ? 0 : 1;
      before = c;
    }
    return count;
  }

  /// A text that says at least so much.
  /// - **Error** less: RefusedStep, which names both numbers
  public static String enough(Term field, String text, int charsMin) {
    int count = count(text);
    if (count < charsMin) {
      throw new RefusedStep(Refusal.SAYS_TOO_LITTLE, field, count, charsMin);
    }
    return text;
  }
}
