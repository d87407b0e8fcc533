package org.ridgeline.ledger;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ridgeline.vocabulary.Sha256;

/// That one entry is in the ledger, for somebody who has nothing but a public key: the entry's
/// bytes, the hashes from its leaf up to the root of a checkpoint, the checkpoint, and the keys by
/// which that key vouches for the one that signed it.
/// - **Shape** `bytes` as in [CanonicalForm]; `path` as in [MerkleTree#inclusion]
/// - **Source** docs/ledger-format.md, "Proofs"
public record EntryProof(byte[] bytes, List<String> path, Checkpoint checkpoint, KeyHistory keys) {
  private static final String TAG = "RIDGELINE-PROOF-1";
  private static final String ENTRY = "entry ";
  private static final String STEP = "step ";
  private static final String CHECKPOINT = "checkpoint ";
  private static final String KEY = "key ";

  public EntryProof {
    bytes = bytes.clone();
    path = List.copyOf(path);
  }

  @Override
  public byte[] bytes() {
    return bytes.clone();
  }

  /// Its file.
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(TAG);
    lines.add(ENTRY + Base64.getEncoder().encodeToString(bytes));
    path.forEach(step -> lines.add(STEP + step));
    lines.add(CHECKPOINT + checkpoint.line());
    keys.keys().forEach(key -> lines.add(KEY + key.line()));
    return lines;
  }

  /// The proof of a file's lines; empty where they are none.
  public static Optional<EntryProof> of(List<String> lines) {
    try {
      if (lines.isEmpty() || !lines.getFirst().equals(TAG)) {
        return Optional.empty();
      }
      String entry = after(lines, ENTRY).getFirst();
      byte[] bytes = Base64.getDecoder().decode(entry);
      if (!Base64.getEncoder().encodeToString(bytes).equals(entry)) {
        return Optional.empty();
      }
      List<KeyHistory.Key> keys = new ArrayList<>();
      after(lines, KEY).forEach(line -> KeyHistory.Key.ofLine(line).ifPresent(keys::add));
      return Checkpoint.ofLine(after(lines, CHECKPOINT).getFirst())
          .map(one -> new EntryProof(bytes, after(lines, STEP), one, new KeyHistory(keys)));
    } catch (IllegalArgumentException | java.util.NoSuchElementException e) {
      return Optional.empty();
    }
  }

  private static List<String> after(List<String> lines, String word) {
    return lines.stream()
        .filter(line -> line.startsWith(word))
        .map(line -> line.substring(word.length()).strip())
        .toList();
  }

  /// The entry that is proven; empty where the bytes are none.
  public Optional<CanonicalForm.Said> entry() {
    return CanonicalForm.read(bytes);
  }

  /// Whether the entry is in the ledger that a key, or one that it vouches for, signed.
  public boolean isProvenBy(PublicKey trusted) {
    Map<String, PublicKey> keys = this.keys.trustedFrom(trusted);
    PublicKey signer = keys.get(checkpoint.keyId());
    Optional<CanonicalForm.Said> entry = entry();
    return signer != null
        && checkpoint.isSignedBy(signer)
        && entry.isPresent()
        && checkpoint.more().filter(more -> isIn(more, entry.get().number())).isPresent();
  }

  private boolean isIn(Checkpoint.More more, long number) {
    try {
      List<byte[]> steps = path.stream().map(HexFormat.of()::parseHex).toList();
      byte[] root = HexFormat.of().parseHex(more.root());
      return MerkleTree.includes(root, checkpoint.number(), number - 1, Sha256.of(bytes), steps);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
