package org.ridgeline.ledger;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.ridgeline.vocabulary.Sha256;

/// A signed statement: at this time the chain had this hash at this number.
/// - **Shape** `number` of the last entry it covers; `hash` in hex; `keyId` as [SigningKey#id];
///   `more` what one of the second format says besides, empty for the first
public record Checkpoint(
    long number, String hash, Instant madeAt, String keyId, byte[] signature, Optional<More> more) {
  private static final int PARTS = 5;
  private static final int PARTS_MORE = 8;

  /// What stands for the checkpoint before the first.
  static final String NONE_BEFORE = "0".repeat(64);

  /// What the second format adds.
  /// - **Shape** `era` from 1, the next begins where an administrator accepted what was found;
  ///   `root` of the Merkle tree over all entries, in hex; `previous` [Checkpoint#digest] of the
  ///   checkpoint before, zeros where there was none
  public record More(int era, String root, String previous) {}

  public Checkpoint {
    signature = signature.clone();
  }

  /// One of the first format.
  public Checkpoint(long number, String hash, Instant madeAt, String keyId, byte[] signature) {
    this(number, hash, madeAt, keyId, signature, Optional.empty());
  }

  @Override
  public byte[] signature() {
    return signature.clone();
  }

  /// The era it is of.
  public int era() {
    return more.map(More::era).orElse(1);
  }

  /// What is signed.
  String text() {
    return more.map(m ->
            "RIDGELINE-CHECKPOINT-2 "
                + m.era()
                + " "
                + number
                + " "
                + hash
                + " "
                + m.root()
                + " "
                + m.previous()
                + " "
                + madeAt
                + " "
                + keyId)
        .orElse("RIDGELINE-CHECKPOINT-1 " + number + " " + hash + " " + madeAt + " " + keyId);
  }

  /// SHA-256 in hex of what is signed: how the next checkpoint names it.
  public String digest() {
    return Sha256.hex(text().getBytes(StandardCharsets.US_ASCII));
  }

  /// The same, signed.
  Checkpoint signedBy(SigningKey key) {
    return new Checkpoint(number, hash, madeAt, keyId, key.sign(text()), more);
  }

  /// Whether this key signed it.
  public boolean isSignedBy(PublicKey key) {
    return keyId.equals(SigningKey.id(key)) && SigningKey.isSigned(key, text(), signature);
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
        + Base64.getEncoder().encodeToString(signature)
        + more.map(m -> " " + m.era() + " " + m.root() + " " + m.previous()).orElse("");
  }

  /// The checkpoint of a line; empty where it is none.
  public static Optional<Checkpoint> ofLine(String line) {
    String[] parts = line.strip().split(" ");
    try {
      if (parts.length != PARTS && parts.length != PARTS_MORE || !isHash(parts[1])) {
        return Optional.empty();
      }
      if (parts.length == PARTS_MORE && !(isHash(parts[6]) && isHash(parts[7]))) {
        return Optional.empty();
      }
      Checkpoint read =
          new Checkpoint(
              Long.parseLong(parts[0]),
              parts[1],
              Instant.parse(parts[2]),
              parts[3],
              Base64.getDecoder().decode(parts[4]),
              parts.length == PARTS
                  ? Optional.empty()
                  : Optional.of(new More(Integer.parseInt(parts[5]), parts[6], parts[7])));
      // Written in one way only: whoever changes a letter changes the checkpoint.
      return read.line().equals(line.strip()) ? Optional.of(read) : Optional.empty();
    } catch (IllegalArgumentException | DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static boolean isHash(String text) {
    return HexFormat.of().parseHex(text).length == 32;
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
