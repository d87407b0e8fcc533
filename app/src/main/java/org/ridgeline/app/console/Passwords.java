package org.ridgeline.app.console;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;

/// What passwords must be and how they are kept.
/// - **Source** length not composition: NIST SP 800-63B; iterations: OWASP password storage, 2023
final class Passwords {
  private static final int SALT_BYTES = 16;
  private static final int ITERATIONS = 600_000;

  private Passwords() {}

  /// PBKDF2 with HMAC-SHA-256; stored hashes name their method, so that another can follow.
  static PasswordEncoder encoder() {
    String id = "pbkdf2-sha256-600k";
    return new DelegatingPasswordEncoder(
        id,
        Map.of(
            id,
            new Pbkdf2PasswordEncoder(
                "", SALT_BYTES, ITERATIONS, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256)));
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
    return Optional.empty();
  }
}
