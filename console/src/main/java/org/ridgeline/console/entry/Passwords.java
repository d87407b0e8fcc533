package org.ridgeline.console.entry;

import java.util.Locale;
import java.util.Optional;
import org.ridgeline.console.page.Limits;
import org.springframework.security.crypto.password.PasswordEncoder;

/// What passwords must be.
/// - **Source** length not composition: NIST SP 800-63B. Which are refused although long enough:
///   [Guesses]
final class Passwords {
  private Passwords() {}

  static PasswordEncoder encoder() {
    return OperatorPasswords.encoder();
  }

  /// Why a new password cannot be taken; empty where it can.
  static Optional<String> objection(String name, String password, String again) {
    if (password.length() < Limits.PASSWORD_CHARS_MIN
        || password.length() > Limits.PASSWORD_CHARS_MAX) {
      return Optional.of(
          "The password needs "
              + Limits.PASSWORD_CHARS_MIN
              + " to "
              + Limits.PASSWORD_CHARS_MAX
              + " characters; it has "
              + password.length()
              + ".");
    }
    if (!password.equals(again)) {
      return Optional.of("The two passwords differ. Type the same one twice.");
    }
    if (password.toLowerCase(Locale.ROOT).contains(name)) {
      return Optional.of("The password must not contain the name.");
    }
    if (password.chars().distinct().count() < 5) {
      return Optional.of("The password repeats too few characters.");
    }
    return Guesses.tooFew(name, password);
  }
}
