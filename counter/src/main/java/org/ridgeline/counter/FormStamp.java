package org.ridgeline.counter;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.ridgeline.casework.redress.Receipt;

/// A form's one number, signed by this process: the same form sent twice makes one item under one
/// receipt, and no session is kept for a stranger.
final class FormStamp {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int NONCE_BYTES = 18;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec key;

  FormStamp() {
    byte[] secret = new byte[32];
    RANDOM.nextBytes(secret);
    key = new SecretKeySpec(secret, ALGORITHM);
  }

  /// A new form's stamp.
  String make() {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(nonce);
    return text + "." + base64(mac("form " + text));
  }

  /// The receipt of a form; empty where this process did not make its stamp.
  Optional<Receipt> receipt(String stamp) {
    int dot = stamp.indexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    String nonce = stamp.substring(0, dot);
    byte[] expected = base64(mac("form " + nonce)).getBytes(StandardCharsets.UTF_8);
    byte[] given = stamp.substring(dot + 1).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(expected, given)
        ? Optional.of(Receipt.ofRandom(mac("receipt " + nonce)))
        : Optional.empty();
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private byte[] mac(String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
