package org.ridgeline.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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

  /// The lines of a folder's `witnessed.log`; none where there is no file.
  public static List<String> lines(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  /// What such lines say against the checkpoints that are known: one that a witness signed and
  /// nobody knows any more.
  /// - **Shape** `known` of database and files, read after the lines
  public static List<AuditFinding> findings(List<String> lines, Collection<Checkpoint> known) {
    Set<String> digests = known.stream().map(Checkpoint::digest).collect(Collectors.toSet());
    return lines.stream()
        .map(Witnessed::ofLine)
        .flatMap(Optional::stream)
        .filter(one -> !digests.contains(one.digest()))
        .map(one ->
            new AuditFinding(
                one.number(),
                AuditFinding.Code.CHECKPOINT_MISSING,
                "witness " + one.keyId() + " signed a checkpoint at " + one.at() + " that is gone"))
        .toList();
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
