package org.ridgeline.ledger;

import java.security.PublicKey;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/// A signed statement: at this time the chain had this hash at this number.
/// - **Shape** `number` of the last entry it covers; `hash` in hex; `keyId` as [SigningKey#id]
public record Checkpoint(long number, String hash, Instant madeAt, String keyId, byte[] signature) {
  private static final int PARTS = 5;

  public Checkpoint {
    signature = signature.clone();
  }

  @Override
  public byte[] signature() {
    return signature.clone();
  }

  /// What is signed.
  static String text(long number, String hash, Instant madeAt, String keyId) {
    return "RIDGELINE-CHECKPOINT-1 " + number + " " + hash + " " + madeAt + " " + keyId;
  }

  /// Whether this key signed it.
  public boolean isSignedBy(PublicKey key) {
    return keyId.equals(SigningKey.id(key))
        && SigningKey.isSigned(key, text(number, hash, madeAt, keyId), signature);
  }

  /// Its line in a checkpoints file.
  public String line() {
    return number
        + " "
        + hash
        + " "
        + madeAt
        + " "
        + keyId
        + " "
        + Base64.getEncoder().encodeToString(signature);
  }

  /// The checkpoint of a line; empty where it is none.
  public static Optional<Checkpoint> ofLine(String line) {
    String[] parts = line.strip().split(" ");
    try {
      if (parts.length != PARTS || HexFormat.of().parseHex(parts[1]).length != 32) {
        return Optional.empty();
      }
      return Optional.of(
          new Checkpoint(
              Long.parseLong(parts[0]),
              parts[1],
              Instant.parse(parts[2]),
              parts[3],
              Base64.getDecoder().decode(parts[4])));
    } catch (IllegalArgumentException | DateTimeParseException e) {
      return Optional.empty();
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Checkpoint that
        && line().equals(that.line())
        && Arrays.equals(signature, that.signature);
  }

  @Override
  public int hashCode() {
    return line().hashCode();
  }
}
