package org.ridgeline.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The keys that signed checkpoints, in the order in which they came into use. Each is vouched for
/// by the one before; the first, and one that was begun openly because the one before was lost,
/// only by itself.
public record KeyHistory(List<Key> keys) {
  /// Name of the file of keys in the ledger's folder.
  static final String FILE = "keys.log";

  public KeyHistory {
    keys = List.copyOf(keys);
  }

  /// A key and who vouches for it.
  /// - **Shape** `previousId` of the key that signed this, its own where none did
  public record Key(PublicKey key, Instant madeAt, String previousId, byte[] signature) {
    private static final int PARTS = 5;

    public Key {
      signature = signature.clone();
    }

    @Override
    public byte[] signature() {
      return signature.clone();
    }

    /// Its short name.
    public String id() {
      return SigningKey.id(key);
    }

    /// Whether no other key vouches for it.
    public boolean isByItself() {
      return previousId.equals(id());
    }

    private String text() {
      return text(key, madeAt, previousId);
    }

    private static String text(PublicKey key, Instant madeAt, String previousId) {
      String encoded = Base64.getEncoder().encodeToString(key.getEncoded());
      return "RIDGELINE-KEY-1 "
          + String.join(" ", SigningKey.id(key), encoded, madeAt.toString(), previousId);
    }

    /// A key vouched for by another, or by itself.
    static Key of(PublicKey key, Instant madeAt, SigningKey by) {
      String previousId = SigningKey.id(by.open());
      return new Key(key, madeAt, previousId, by.sign(text(key, madeAt, previousId)));
    }

    boolean isSignedBy(PublicKey by) {
      return SigningKey.isSigned(by, text(), signature);
    }

    /// Its line in `keys.log`: what is signed without the tag, and the signature.
    String line() {
      return text().substring(text().indexOf(' ') + 1)
          + " "
          + Base64.getEncoder().encodeToString(signature);
    }

    static Optional<Key> ofLine(String line) {
      String[] parts = line.strip().split(" ");
      try {
        if (parts.length != PARTS) {
          return Optional.empty();
        }
        PublicKey key = decoded(Base64.getDecoder().decode(parts[1]));
        Key read =
            new Key(key, Instant.parse(parts[2]), parts[3], Base64.getDecoder().decode(parts[4]));
        // Written in one way only: whoever changes a letter changes the key.
        return read.line().equals(line.strip()) ? Optional.of(read) : Optional.empty();
      } catch (IllegalArgumentException | DateTimeParseException | GeneralSecurityException e) {
        return Optional.empty();
      }
    }
  }

  /// A public key of its X.509 encoding.
  static PublicKey decoded(byte[] encoded) throws GeneralSecurityException {
    return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
  }

  /// The keys that a trusted one vouches for, itself with them, by id. Keys are trusted onward
  /// only: one that came later says nothing of those before.
  public Map<String, PublicKey> trustedFrom(PublicKey first) {
    Map<String, PublicKey> trusted = new HashMap<>();
    trusted.put(SigningKey.id(first), first);
    for (Key one : keys) {
      PublicKey by = trusted.get(one.previousId());
      if (by != null && one.isSignedBy(by)) {
        trusted.put(one.id(), one.key());
      }
    }
    return trusted;
  }

  /// The first key of a ledger's folder; empty where it keeps no history.
  public static Optional<PublicKey> firstIn(Path folder) throws IOException {
    List<String> lines = lines(folder);
    return lines.isEmpty() ? Optional.empty() : Key.ofLine(lines.getFirst()).map(Key::key);
  }

  /// The lines of a folder's file of keys; none where there is no file.
  static List<String> lines(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS)
        ? Files.readAllLines(file, StandardCharsets.US_ASCII)
        : List.of();
  }

  /// The key of an id, trusted or not.
  public Optional<PublicKey> byId(String id) {
    return keys.stream().filter(one -> one.id().equals(id)).map(Key::key).findFirst();
  }

  /// The key in use.
  public Optional<Key> last() {
    return keys.isEmpty() ? Optional.empty() : Optional.of(keys.getLast());
  }
}
