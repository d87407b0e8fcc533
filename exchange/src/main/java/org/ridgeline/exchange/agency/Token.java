package org.ridgeline.exchange.agency;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.ridgeline.vocabulary.Sha256;

/// A secret that authenticates an agency's or an office's calls. Only its SHA-256 is stored: 256
/// random bits need no salt.
public final class Token {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SECRET_BYTES = 32;

  private Token() {}

  /// A new secret, 43 URL-safe characters.
  public static String make() {
    byte[] secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }

  /// What is stored of a secret.
  public static byte[] sha256(String secret) {
    return Sha256.of(secret.getBytes(StandardCharsets.UTF_8));
  }
}
