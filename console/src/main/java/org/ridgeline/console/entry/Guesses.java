package org.ridgeline.console.entry;

import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Whether a password is one of those that are tried first: of lists that leaked, or words, names,
/// dates and rows of keys put together as people do.
/// - **Source** blocklist with the reason said: NIST SP 800-63B 5.1.1.2, CJIS IA-5(1)
final class Guesses {
  /// A try a second for three years.
  private static final double GUESSES_MIN = 1e8;

  /// Whoever is not guessed by so many characters is not guessed by more; measuring takes the
  /// square of their number.
  private static final int MEASURED_CHARS_MAX = 64;

  /// What somebody thinks of first at work.
  private static final List<String> AT_WORK =
      List.of(
          "ridgeline",
          "fingerprint",
          "livescan",
          "examiner",
          "officer",
          "supervisor",
          "sheriff",
          "booking",
          "custody",
          "immigration",
          "criminal",
          "bureau");

  private static final Zxcvbn ZXCVBN = new Zxcvbn();

  private Guesses() {}

  /// Why a password is guessed too soon; empty where it is not.
  static Optional<String> tooFew(String name, String password) {
    List<String> known = new ArrayList<>(AT_WORK);
    known.add(name);
    String start = password.substring(0, Math.min(password.length(), MEASURED_CHARS_MAX));
    Strength strength = ZXCVBN.measure(start, known);
    if (strength.getGuesses() >= GUESSES_MIN) {
      return Optional.empty();
    }
    String why = strength.getFeedback().getWarning(Locale.ENGLISH);
    return Optional.of(
        "The password is among those that are tried first"
            + (why.isBlank() ? "" : " (" + why.replaceAll("[.]$", "") + ")")
            + ". Take four words that have nothing to do with each other.");
  }
}
