package org.ridgeline.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ridgeline.ledger.MerkleTree.Head;

/// Somebody elsewhere who countersigns one ledger's checkpoints: only those that go on from the
/// last one it saw. Keeps every checkpoint it signed in a folder of its own.
/// - **Source** docs/ledger-format.md, "Witnesses"
public final class Witness {
  /// A step of a proof, before its hash.
  static final String STEP = "step ";

  /// A checkpoint, before its line.
  static final String CHECKPOINT = "checkpoint ";

  /// A key of the ledger's history, before its line.
  static final String KEY = "key ";

  private final PublicKey trusted;
  private final SigningKey key;
  private final CheckpointFile file;
  private final Clock clock;

  /// - **Shape** `folder` of its own, with the key it signs by, made where there is none; `trusted`
  ///   first key of the ledger it witnesses
  public Witness(Path folder, PublicKey trusted, Clock clock) throws IOException {
    if (!SigningKey.isIn(folder)) {
      if (Files.exists(folder.resolve(CheckpointFile.NAME))) {
        throw new IOException(SigningKey.secretFile(folder) + " is not there: restore it");
      }
      SigningKey.make().write(folder);
    }
    key = SigningKey.read(folder);
    file = CheckpointFile.in(folder);
    this.trusted = trusted;
    this.clock = clock;
  }

  /// What it answers.
  /// - **Shape** `isSigned` where `text` is its signature, else why it did not sign
  public record Answer(boolean isSigned, String text) {}

  /// The last checkpoint it signed, as a line; empty where there is none.
  public synchronized Optional<String> last() throws IOException {
    return file.lastLine();
  }

  /// Looks at a checkpoint, and signs and keeps it where it goes on from the last one.
  /// - **Shape** `lines`: the checkpoint, the steps that show that its tree begins with the last
  ///   one's, the ledger's keys
  public synchronized Answer take(List<String> lines) throws IOException {
    Optional<Checkpoint> checkpoint =
        after(lines, CHECKPOINT).stream().findFirst().flatMap(Checkpoint::ofLine);
    if (checkpoint.isEmpty() || checkpoint.get().more().isEmpty()) {
      return new Answer(false, "no checkpoint of the second format");
    }
    Checkpoint one = checkpoint.get();
    List<KeyHistory.Key> history =
        after(lines, KEY).stream().map(KeyHistory.Key::ofLine).flatMap(Optional::stream).toList();
    Map<String, PublicKey> keys = new KeyHistory(history).trustedFrom(trusted);
    if (!keys.containsKey(one.keyId()) || !one.isSignedBy(keys.get(one.keyId()))) {
      return new Answer(
          false, "not signed by key " + SigningKey.id(trusted) + " or one that it vouches for");
    }
    Optional<Checkpoint> last = last().flatMap(Checkpoint::ofLine);
    if (last.equals(checkpoint)) {
      return new Answer(true, signature(one));
    }
    if (last.isPresent() && !goesOn(last.get(), one, after(lines, STEP))) {
      return new Answer(
          false, "does not go on from the checkpoint of " + last.get().madeAt() + " signed here");
    }
    file.append(List.of(one));
    return new Answer(true, signature(one));
  }

  private static List<String> after(List<String> lines, String word) {
    return lines.stream()
        .filter(line -> line.startsWith(word))
        .map(line -> line.substring(word.length()).strip())
        .toList();
  }

  /// A later era was begun openly: its checkpoint is kept beside those that it contradicts.
  private static boolean goesOn(Checkpoint last, Checkpoint next, List<String> steps) {
    if (next.era() != last.era()) {
      return next.era() > last.era();
    }
    try {
      return next.number() > last.number()
          && MerkleTree.isConsistent(
              head(last), head(next), steps.stream().map(HexFormat.of()::parseHex).toList());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  static Head head(Checkpoint one) {
    return new Head(one.number(), HexFormat.of().parseHex(one.more().orElseThrow().root()));
  }

  private String signature(Checkpoint one) {
    String text =
        String.join(
            " ",
            one.digest(),
            String.valueOf(one.number()),
            clock.instant().truncatedTo(ChronoUnit.MICROS).toString(),
            SigningKey.id(key.open()));
    byte[] signature = key.sign(Witnessed.TAG + text);
    return text + " " + Base64.getEncoder().encodeToString(signature);
  }
}
