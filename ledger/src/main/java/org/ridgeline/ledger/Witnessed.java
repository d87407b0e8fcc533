package org.ridgeline.ledger;

import java.security.PublicKey;
import java.util.Base64;
import java.util.Optional;

/// A witness's signature under a checkpoint, as a line of `witnessed.log`.
/// - **Shape** `digest` [Checkpoint#digest]; `at` ISO 8601; `keyId` of the witness
public record Witnessed(String digest, long number, String at, String keyId, String signature) {
  /// Name of the file in the ledger's folder.
  public static final String FILE = "witnessed.log";

  static final String TAG = "RIDGELINE-WITNESS-1 ";
  private static final int PARTS = 5;

  /// The signature of a line; empty where it is none.
  public static Optional<Witnessed> ofLine(String line) {
    String[] parts = line.strip().split(" ");
    try {
      return parts.length == PARTS
          ? Optional.of(
              new Witnessed(parts[0], Long.parseLong(parts[1]), parts[2], parts[3], parts[4]))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /// Its line.
  public String line() {
    return String.join(" ", text(), signature);
  }

  private String text() {
    return String.join(" ", digest, String.valueOf(number), at, keyId);
  }

  /// Whether a witness's key signed it.
  public boolean isSignedBy(PublicKey key) {
    try {
      byte[] bytes = Base64.getDecoder().decode(signature);
      return keyId.equals(SigningKey.id(key)) && SigningKey.isSigned(key, TAG + text(), bytes);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
