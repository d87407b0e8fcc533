package org.ridgeline.ledger;

import java.security.PublicKey;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.ridgeline.ledger.AuditFinding.Code;

/// Checks the ledger from outside: reads rows, makes every hash anew in Java, compares the chain
/// with what was signed. Trusts nothing in the database but what the hashes and signatures bear
/// out.
public final class LedgerAudit {
  private static final int PROGRESS_EVERY = 1000;

  private final PublicKey key;
  private final List<Checkpoint> kept = new ArrayList<>();
  private final List<AuditFinding> findings = new ArrayList<>();
  private final List<AuditFinding> accepted = new ArrayList<>();
  private final List<Doubt> doubts = new ArrayList<>();
  private final TreeMap<Long, List<Checkpoint>> signed = new TreeMap<>();
  private final MerkleTree.Frontier tree = new MerkleTree.Frontier();
  private final OpenEras eras = new OpenEras();
  private Set<String> trustedKeys = Set.of();
  private long findingCount;
  private long entries;

  private LedgerAudit(PublicKey key) {
    this.key = key;
  }

  /// A finding about a checkpoint: it is accepted where the chain says that a later era was begun
  /// openly, or, of a key nobody vouches for, that this key was.
  private record Doubt(Checkpoint of, AuditFinding finding, boolean isOfKey) {}

  /// What an audit found.
  /// - **Shape** `entries` links read; `checkpoints` different ones compared; `findings` the first
  ///   [Limits#FINDINGS_MAX] of `findingCount`; `signedUpTo` last entry under a good checkpoint;
  ///   `accepted` findings about checkpoints of an era before one that an administrator began
  ///   openly, not counted
  public record Report(
      long entries,
      int checkpoints,
      long signedUpTo,
      long findingCount,
      List<AuditFinding> findings,
      List<AuditFinding> accepted) {
    /// Whether nothing was found.
    public boolean isClean() {
      return findingCount == 0;
    }

    /// With more findings, all of them counted.
    public Report with(List<AuditFinding> more) {
      List<AuditFinding> all = new ArrayList<>(findings);
      more.stream().filter(one -> !findings.contains(one)).forEach(all::add);
      long added = all.size() - findings.size();
      List<AuditFinding> said = all.subList(0, Math.min(all.size(), Limits.FINDINGS_MAX));
      return new Report(
          entries, checkpoints, signedUpTo, findingCount + added, List.copyOf(said), accepted);
    }
  }

  /// Hears how far the audit is.
  public interface Progress {
    /// So many of so many entries are checked.
    void at(long done, long all);
  }

  /// Checks all of a ledger.
  /// - **Shape** `key` the first one that is trusted, or one from which on it is; `lines` of a
  ///   checkpoints file, best of a copy kept outside; may be empty
  public static Report of(
      DataSource dataSource, PublicKey key, List<String> lines, Progress progress)
      throws SQLException {
    LedgerAudit audit = new LedgerAudit(key);
    audit.read(lines);
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      audit.checkpoints(connection, SigningKeys.history(connection));
      audit.chain(connection, progress);
      audit.strays(connection);
      connection.rollback();
    }
    audit.judge();
    return audit.report();
  }

  private void read(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) {
        continue;
      }
      var checkpoint = Checkpoint.ofLine(lines.get(i));
      if (checkpoint.isEmpty()) {
        found(0, Code.LINE_UNREADABLE, "line " + (i + 1) + " of the checkpoints file");
      }
      checkpoint.ifPresent(kept::add);
    }
  }

  private void checkpoints(Connection connection, KeyHistory history) throws SQLException {
    Set<Checkpoint> there = new LinkedHashSet<>();
    try (Statement sql = connection.createStatement();
        ResultSet rows = sql.executeQuery("select * from ledger.checkpoint order by sequence")) {
      while (rows.next()) {
        there.add(CheckpointRows.row(rows));
      }
    }
    for (Checkpoint one : kept) {
      if (!there.contains(one)) {
        doubt(
            one,
            Code.CHECKPOINT_MISSING,
            "the file has a checkpoint of " + one.madeAt() + " that the database has not");
      }
    }
    unfiled(there);
    there.addAll(kept);
    Map<String, PublicKey> trusted = history.trustedFrom(key);
    trustedKeys = Set.copyOf(trusted.keySet());
    there.forEach(one -> signature(one, trusted, history));
    unbroken(there);
  }

  /// The file may be an older copy; in the middle of it nothing may be missing.
  private void unfiled(Set<Checkpoint> there) {
    Set<Checkpoint> filed = new HashSet<>(kept);
    List<Checkpoint> waiting = new ArrayList<>();
    for (Checkpoint one : there) {
      if (!filed.contains(one)) {
        waiting.add(one);
        continue;
      }
      for (Checkpoint missing : waiting) {
        AuditFinding finding = unfiled(missing);
        doubt(missing, finding.code(), finding.what());
      }
      waiting.clear();
    }
  }

  private static AuditFinding unfiled(Checkpoint one) {
    return new AuditFinding(
        one.number(),
        Code.CHECKPOINT_UNFILED,
        "the database has a checkpoint of " + one.madeAt() + " that the file has not");
  }

  /// Checkpoints of the database that the system's own file ends without: that one must have all.
  /// - **Shape** `known` read before the file was
  public static List<AuditFinding> unfiled(List<Checkpoint> known, List<String> lines) {
    Set<Checkpoint> filed = new HashSet<>();
    lines.forEach(line -> Checkpoint.ofLine(line).ifPresent(filed::add));
    List<AuditFinding> unfiled = new ArrayList<>();
    for (Checkpoint one : known) {
      if (filed.contains(one)) {
        unfiled.clear();
      } else {
        unfiled.add(unfiled(one));
      }
    }
    return unfiled;
  }

  private void signature(Checkpoint one, Map<String, PublicKey> trusted, KeyHistory history) {
    Optional<PublicKey> known = history.byId(one.keyId());
    if (trusted.containsKey(one.keyId()) && one.isSignedBy(trusted.get(one.keyId()))) {
      signed.computeIfAbsent(one.number(), _ -> new ArrayList<>()).add(one);
    } else if (!trusted.containsKey(one.keyId()) && known.filter(one::isSignedBy).isPresent()) {
      signed.computeIfAbsent(one.number(), _ -> new ArrayList<>()).add(one);
      String what =
          "the checkpoint of "
              + one.madeAt()
              + " is signed by key "
              + one.keyId()
              + ", for which key "
              + SigningKey.id(key)
              + " does not vouch";
      doubts.add(new Doubt(one, new AuditFinding(one.number(), Code.KEY_UNTRUSTED, what), true));
    } else {
      found(
          one.number(),
          Code.SIGNATURE_WRONG,
          "the checkpoint of " + one.madeAt() + " is not signed by key " + SigningKey.id(key));
    }
  }

  /// Each names the one before: one taken out of database and file is missed by the next.
  private void unbroken(Set<Checkpoint> all) {
    Set<String> digests = new HashSet<>();
    all.forEach(one -> digests.add(one.digest()));
    for (Checkpoint one : all) {
      String previous = one.more().map(Checkpoint.More::previous).orElse(Checkpoint.NONE_BEFORE);
      if (!previous.equals(Checkpoint.NONE_BEFORE) && !digests.contains(previous)) {
        doubt(
            one,
            Code.CHECKPOINT_MISSING,
            "the checkpoint before that of " + one.madeAt() + " is neither in database nor file");
      }
    }
  }

  private void chain(Connection connection, Progress progress) throws SQLException {
    long all = count(connection);
    ChainWalk walk =
        new ChainWalk(
            new ChainWalk.Companion() {
              @Override
              public void link(
                  long number, byte[] hash, String room, String action, List<String> detail) {
                tree.add(hash);
                compare(number, HexFormat.of().formatHex(hash));
                eras.entry(number, room, action, detail);
                if (++entries % PROGRESS_EVERY == 0 || entries == all) {
                  progress.at(entries, all);
                }
              }

              @Override
              public void found(long number, Code code, String what) {
                LedgerAudit.this.found(number, code, what);
              }
            });
    tail(walk.from(connection, 0, CanonicalForm.nothing()));
  }

  private static long count(Connection connection) throws SQLException {
    try (Statement sql = connection.createStatement();
        ResultSet row = sql.executeQuery("select count(*) from ledger.link")) {
      row.next();
      return row.getLong(1);
    }
  }

  private void compare(long number, String hash) {
    for (Checkpoint one : signed.getOrDefault(number, List.of())) {
      boolean isRoot =
          one.more().map(m -> m.root().equals(HexFormat.of().formatHex(tree.root()))).orElse(true);
      if (!one.hash().equals(hash) || !isRoot) {
        Long good = signed.lowerKey(number);
        doubt(
            one,
            Code.REWRITTEN,
            "the chain up to entry "
                + number
                + " is not the one signed at "
                + one.madeAt()
                + ": rewritten after entry "
                + (good == null ? 0 : good));
      } else {
        eras.fits(one);
      }
    }
  }

  private void tail(long last) {
    for (var beyond : signed.tailMap(last, false).entrySet()) {
      Checkpoint one = beyond.getValue().getFirst();
      doubt(
          one,
          Code.TAIL_MISSING,
          "entries up to "
              + beyond.getKey()
              + " were signed at "
              + one.madeAt()
              + ", the chain ends at "
              + last);
    }
  }

  private void strays(Connection connection) throws SQLException {
    try (Statement sql = connection.createStatement();
        ResultSet row =
            sql.executeQuery(
                """
                select entry_id, action from ledger.entry e
                where not exists (select 1 from ledger.link l where l.entry_id = e.entry_id)
                """)) {
      while (row.next()) {
        found(
            0,
            Code.NOT_CHAINED,
            "row " + row.getLong(1) + " (" + row.getString(2) + ") has no place in the chain");
      }
    }
  }

  private void doubt(Checkpoint of, Code code, String what) {
    doubts.add(new Doubt(of, new AuditFinding(of.number(), code, what), false));
  }

  /// Once the chain was read it is known what of it was accepted.
  private void judge() {
    eras.judge(trustedKeys);
    List<AuditFinding> inOrder = new ArrayList<>();
    for (Doubt one : doubts) {
      boolean isAccepted =
          one.isOfKey() ? eras.isOpen(one.of().keyId()) : eras.isBefore(one.of().era());
      if (isAccepted && accepted.size() < Limits.FINDINGS_MAX) {
        accepted.add(one.finding());
      } else if (!isAccepted) {
        inOrder.add(one.finding());
      }
    }
    inOrder.forEach(one -> found(one.number(), one.code(), one.what()));
  }

  private void found(long number, Code code, String what) {
    findingCount++;
    if (findings.size() < Limits.FINDINGS_MAX) {
      findings.add(new AuditFinding(number, code, what));
    }
  }

  private Report report() {
    int compared = signed.values().stream().mapToInt(List::size).sum();
    long upTo = signed.isEmpty() ? 0 : Math.min(signed.lastKey(), entries);
    return new Report(
        entries, compared, upTo, findingCount, List.copyOf(findings), List.copyOf(accepted));
  }
}
