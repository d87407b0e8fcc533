package org.ridgeline.ledger;

import java.security.PublicKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.ridgeline.ledger.AuditFinding.Code;

/// Checks the ledger from outside: reads rows, makes every hash anew in Java, compares the chain
/// with what was signed. Trusts nothing in the database but what the hashes and signatures bear
/// out.
public final class LedgerAudit {
  private static final int FETCH_ROWS = 2000;
  private static final int PROGRESS_EVERY = 1000;
  private static final String ROWS =
      """
      select l.number, l.hash, e.at, e.room, e.actor, e.role, e.purpose, e.action, e.subject,
        e.detail
      from ledger.link l left join ledger.entry e using (entry_id) order by l.number
      """;

  private final PublicKey key;
  private final List<Checkpoint> kept;
  private final List<AuditFinding> findings = new ArrayList<>();
  private final TreeMap<Long, List<Checkpoint>> signed = new TreeMap<>();
  private long findingCount;
  private long entries;

  private LedgerAudit(PublicKey key, List<Checkpoint> kept) {
    this.key = key;
    this.kept = kept;
  }

  /// What an audit found.
  /// - **Shape** `entries` links read; `checkpoints` different ones compared; `findings` the first
  ///   [Limits#FINDINGS_MAX] of `findingCount`; `signedUpTo` last entry under a good checkpoint
  public record Report(
      long entries,
      int checkpoints,
      long signedUpTo,
      long findingCount,
      List<AuditFinding> findings) {
    /// Whether nothing was found.
    public boolean isClean() {
      return findingCount == 0;
    }
  }

  /// Hears how far the audit is.
  public interface Progress {
    /// So many of so many entries are checked.
    void at(long done, long all);
  }

  /// Checks all of a ledger.
  /// - **Shape** `lines` of a checkpoints file, best of a copy kept outside; may be empty
  public static Report of(
      DataSource dataSource, PublicKey key, List<String> lines, Progress progress)
      throws SQLException {
    LedgerAudit audit = new LedgerAudit(key, new ArrayList<>());
    audit.read(lines);
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      audit.checkpoints(connection);
      audit.chain(connection, progress);
      audit.strays(connection);
      connection.rollback();
    }
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

  private void checkpoints(Connection connection) throws SQLException {
    Set<Checkpoint> there = new HashSet<>();
    try (Statement sql = connection.createStatement();
        ResultSet rows = sql.executeQuery("select * from ledger.checkpoint order by number")) {
      while (rows.next()) {
        there.add(Checkpoints.row(rows, 0));
      }
    }
    for (Checkpoint one : kept) {
      if (!there.contains(one)) {
        found(
            one.number(),
            Code.CHECKPOINT_MISSING,
            "the file has a checkpoint of " + one.madeAt() + " that the database has not");
      }
    }
    there.addAll(kept);
    for (Checkpoint one : there) {
      if (one.isSignedBy(key)) {
        signed.computeIfAbsent(one.number(), _ -> new ArrayList<>()).add(one);
      } else {
        found(
            one.number(),
            Code.SIGNATURE_WRONG,
            "the checkpoint of " + one.madeAt() + " is not signed by key " + SigningKey.id(key));
      }
    }
  }

  private void chain(Connection connection, Progress progress) throws SQLException {
    long all = count(connection);
    byte[] previous = CanonicalForm.nothing();
    long expected = 1;
    try (PreparedStatement sql = connection.prepareStatement(ROWS)) {
      sql.setFetchSize(FETCH_ROWS);
      try (ResultSet row = sql.executeQuery()) {
        while (row.next()) {
          long number = row.getLong("number");
          gap(expected, number);
          previous = link(row, number, previous);
          expected = number + 1;
          if (++entries % PROGRESS_EVERY == 0 || entries == all) {
            progress.at(entries, all);
          }
        }
      }
    }
    tail(expected - 1);
  }

  private static long count(Connection connection) throws SQLException {
    try (Statement sql = connection.createStatement();
        ResultSet row = sql.executeQuery("select count(*) from ledger.link")) {
      row.next();
      return row.getLong(1);
    }
  }

  private void gap(long expected, long number) {
    if (number == expected + 1) {
      found(expected, Code.NUMBER_MISSING, "entry " + expected + " is not there");
    } else if (number > expected) {
      found(
          expected,
          Code.NUMBER_MISSING,
          "entries " + expected + " to " + (number - 1) + " are not there");
    }
  }

  /// Checks one link; gives the hash that the next one must go on from: the stored one, so that one
  /// change is one finding.
  private byte[] link(ResultSet row, long number, byte[] previous) throws SQLException {
    byte[] stored = row.getBytes("hash");
    Timestamp at = row.getTimestamp("at");
    if (at == null) {
      found(number, Code.ENTRY_MISSING, "what entry " + number + " recorded is gone");
    } else {
      byte[] made = CanonicalForm.hash(previous, number, fields(row, at));
      if (!Arrays.equals(made, stored)) {
        found(
            number,
            Code.ALTERED,
            "entry "
                + number
                + " ("
                + row.getString("action")
                + " of "
                + row.getString("subject")
                + ") is not what was recorded there");
      }
    }
    compare(number, stored);
    return stored;
  }

  private void compare(long number, byte[] stored) {
    String hash = HexFormat.of().formatHex(stored);
    for (Checkpoint one : signed.getOrDefault(number, List.of())) {
      if (!one.hash().equals(hash)) {
        Long good = signed.lowerKey(number);
        found(
            number,
            Code.REWRITTEN,
            "the chain up to entry "
                + number
                + " is not the one signed at "
                + one.madeAt()
                + ": rewritten after entry "
                + (good == null ? 0 : good));
      }
    }
  }

  private static CanonicalForm.Fields fields(ResultSet row, Timestamp at) throws SQLException {
    return new CanonicalForm.Fields(
        at.toInstant(),
        List.of(
            row.getString("room"),
            row.getString("actor"),
            row.getString("role"),
            row.getString("purpose"),
            row.getString("action"),
            row.getString("subject")),
        List.of((String[]) row.getArray("detail").getArray()));
  }

  private void tail(long last) {
    for (var beyond : signed.tailMap(last, false).entrySet()) {
      found(
          beyond.getKey(),
          Code.TAIL_MISSING,
          "entries up to "
              + beyond.getKey()
              + " were signed at "
              + beyond.getValue().getFirst().madeAt()
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

  private void found(long number, Code code, String what) {
    findingCount++;
    if (findings.size() < Limits.FINDINGS_MAX) {
      findings.add(new AuditFinding(number, code, what));
    }
  }

  private Report report() {
    int compared = signed.values().stream().mapToInt(List::size).sum();
    long upTo = signed.isEmpty() ? 0 : Math.min(signed.lastKey(), entries);
    return new Report(entries, compared, upTo, findingCount, List.copyOf(findings));
  }
}
