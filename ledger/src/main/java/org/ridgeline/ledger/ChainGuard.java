package org.ridgeline.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.ridgeline.ledger.AuditFinding.Code;

/// Looks at the ledger before it is signed: whether it goes on from what was signed last, by what
/// database, files and this process know of it. Nobody signs another history by mistake.
final class ChainGuard {
  private static final int HASHES_AT_ONCE = 20_000;

  private final CheckpointFile file;
  private final Optional<CheckpointFile> copy;
  private final Path folder;

  /// The tree up to the last checkpoint.
  private MerkleTree.Frontier tree = new MerkleTree.Frontier();

  /// What this process signed last.
  private Optional<Checkpoint> remembered = Optional.empty();

  /// - **Shape** `folder` of the keys and the checkpoints file
  ChainGuard(Path folder, Optional<CheckpointFile> copy) {
    file = CheckpointFile.in(folder);
    this.copy = copy;
    this.folder = folder;
  }

  /// What was found, and what there is to sign.
  /// - **Shape** `last` checkpoint of the database; `end` and `hash` of the chain's last entry,
  ///   `tree` up to it; `isFiled` false where the last checkpoint is still to be added to the file
  record Look(
      List<AuditFinding> findings,
      Optional<Checkpoint> last,
      long end,
      String hash,
      MerkleTree.Frontier tree,
      boolean isFiled) {}

  /// Looks once; what is wrong is all of it in the answer.
  Look look(Connection connection, SigningKey key) throws SQLException, IOException {
    Found found = new Found(connection);
    List<Checkpoint> newest = CheckpointRows.newest(connection);
    Optional<Checkpoint> last = newest.stream().findFirst();
    boolean isFiled = filed(found, newest);
    copied(found);
    remembered
        .filter(one -> one.era() >= last.map(Checkpoint::era).orElse(0))
        .ifPresent(one -> known(found, one, "this server signed"));
    keys(found, key, last);
    last.ifPresent(one -> signed(found, one));
    MerkleTree.Frontier grown = grown(found, last);
    return new Look(List.copyOf(found.findings), last, grown.size(), found.hash, grown, isFiled);
  }

  /// What is signed now is what the next look goes on from.
  void signed(Checkpoint made, MerkleTree.Frontier upTo) {
    remembered = Optional.of(made);
    tree = upTo;
  }

  /// Findings as they come, and the chain's last hash.
  private static final class Found {
    private final Connection connection;
    private final List<AuditFinding> findings = new ArrayList<>();
    private String hash = "";

    Found(Connection connection) {
      this.connection = connection;
    }

    void add(long number, Code code, String what) {
      if (findings.size() < Limits.FINDINGS_MAX) {
        findings.add(new AuditFinding(number, code, what));
      }
    }
  }

  /// Whether the file has what the database has. The last one may lack: a stop in between.
  private boolean filed(Found found, List<Checkpoint> newest) throws SQLException, IOException {
    Optional<Checkpoint> filed = read(found, file);
    if (filed.equals(newest.stream().findFirst())) {
      return true;
    }
    if (filed.isPresent() && !CheckpointRows.isThere(found.connection, filed.get())) {
      missing(found, filed.get(), file.path() + " has");
    } else if (!filed.equals(newest.stream().skip(1).findFirst())) {
      Checkpoint last = newest.getFirst();
      found.add(
          last.number(),
          Code.CHECKPOINT_UNFILED,
          file.path() + " lacks checkpoints that the database has: removed, or an older file");
    }
    return false;
  }

  private static Optional<Checkpoint> read(Found found, CheckpointFile file) throws IOException {
    Optional<String> line = file.lastLine();
    Optional<Checkpoint> one = line.flatMap(Checkpoint::ofLine);
    if (line.isPresent() && one.isEmpty()) {
      found.add(0, Code.LINE_UNREADABLE, "the last line of " + file.path());
    }
    return one;
  }

  /// The copy may be behind, never ahead. That it cannot be reached is said where it is written.
  private void copied(Found found) {
    if (copy.isEmpty()) {
      return;
    }
    Optional<Checkpoint> copied;
    try {
      copied = read(found, copy.get());
    } catch (IOException e) {
      return;
    }
    copied.ifPresent(one -> known(found, one, copy.get().path() + " has"));
  }

  private static void known(Found found, Checkpoint one, String who) {
    try {
      if (!CheckpointRows.isThere(found.connection, one)) {
        missing(found, one, who);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("reading checkpoints", e);
    }
  }

  private static void missing(Found found, Checkpoint one, String who) {
    found.add(
        one.number(),
        Code.CHECKPOINT_MISSING,
        who
            + " a checkpoint of "
            + one.madeAt()
            + " that the database has not: removed, or an older database");
  }

  private void keys(Found found, SigningKey key, Optional<Checkpoint> last)
      throws SQLException, IOException {
    KeyHistory history = SigningKeys.history(found.connection);
    List<String> there = history.keys().stream().map(KeyHistory.Key::line).toList();
    if (!there.equals(KeyHistory.lines(folder))) {
      found.add(0, Code.KEYS_DIFFER, KeyHistory.FILE + " and the database name different keys");
    }
    String id = SigningKey.id(key.open());
    String expected = history.last().map(KeyHistory.Key::id).orElse("none");
    if (!expected.equals(id)) {
      found.add(0, Code.KEY_SWAPPED, "the folder's key is " + id + ", expected " + expected);
    }
    if (last.isPresent()) {
      Optional<PublicKey> signer = history.byId(last.get().keyId());
      if (signer.isEmpty() || !last.get().isSignedBy(signer.get())) {
        found.add(
            last.get().number(),
            Code.SIGNATURE_WRONG,
            "the checkpoint of " + last.get().madeAt() + " is signed by no key of the history");
      }
    }
  }

  /// Whether the chain still has what was signed.
  private static void signed(Found found, Checkpoint last) {
    Optional<String> hash = hash(found.connection, last.number());
    if (hash.isEmpty()) {
      found.add(
          last.number(),
          Code.TAIL_MISSING,
          "entries up to " + last.number() + " were signed and are not there");
    } else if (!hash.get().equals(last.hash())) {
      found.add(last.number(), Code.REWRITTEN, rewritten(last));
    }
  }

  private static String rewritten(Checkpoint last) {
    return "the chain up to entry " + last.number() + " is not the one signed at " + last.madeAt();
  }

  private static Optional<String> hash(Connection connection, long number) {
    try (PreparedStatement sql =
        connection.prepareStatement("select hash from ledger.link where number = ?")) {
      sql.setLong(1, number);
      try (ResultSet row = sql.executeQuery()) {
        return row.next()
            ? Optional.of(HexFormat.of().formatHex(row.getBytes(1)))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("reading the chain", e);
    }
  }

  /// The tree up to the chain's end: to the last checkpoint by the stored hashes, which its root
  /// must bear out, from there by hashes made anew.
  private MerkleTree.Frontier grown(Found found, Optional<Checkpoint> last) throws SQLException {
    long signed = last.map(Checkpoint::number).orElse(0L);
    MerkleTree.Frontier upTo = tree.size() <= signed ? tree.copy() : new MerkleTree.Frontier();
    add(found.connection, upTo, signed);
    String root = HexFormat.of().formatHex(upTo.root());
    if (found.findings.isEmpty()
        && !last.flatMap(Checkpoint::more).map(m -> m.root().equals(root)).orElse(true)) {
      found.add(signed, Code.REWRITTEN, rewritten(last.orElseThrow()));
    }
    tree = found.findings.isEmpty() ? upTo.copy() : new MerkleTree.Frontier();
    found.hash = last.map(Checkpoint::hash).orElse("");
    byte[] previous =
        signed == 0 ? CanonicalForm.nothing() : HexFormat.of().parseHex(last.orElseThrow().hash());
    new ChainWalk(new Grower(found, upTo)).from(found.connection, signed, previous);
    return upTo;
  }

  private static void add(Connection connection, MerkleTree.Frontier tree, long upTo)
      throws SQLException {
    try (PreparedStatement sql =
        connection.prepareStatement(
            "select hash from ledger.link where number > ? and number <= ? order by number")) {
      while (tree.size() < upTo) {
        long before = tree.size();
        sql.setLong(1, before);
        sql.setLong(2, Math.min(upTo, before + HASHES_AT_ONCE));
        try (ResultSet row = sql.executeQuery()) {
          while (row.next()) {
            tree.add(row.getBytes(1));
          }
        }
        if (tree.size() == before) {
          return;
        }
      }
    }
  }

  private record Grower(Found found, MerkleTree.Frontier tree) implements ChainWalk.Companion {
    @Override
    public void link(long number, byte[] hash, String room, String action, List<String> detail) {
      tree.add(hash);
      found.hash = HexFormat.of().formatHex(hash);
    }

    @Override
    public void found(long number, Code code, String what) {
      found.add(number, code, what);
    }
  }
}
