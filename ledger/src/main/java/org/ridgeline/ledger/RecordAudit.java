package org.ridgeline.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.ridgeline.ledger.AuditFinding.Code;
import org.ridgeline.ledger.RecordEntries.Held;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Compares tables as they are now with the digests that the ledger holds of their rows. Reads both
/// sides in the same order, a row at a time, beside a server at work: what was written meanwhile is
/// looked at again before it is called wrong.
public final class RecordAudit {
  private static final int FETCH_ROWS = 500;
  private static final int PROGRESS_EVERY = 1000;
  private static final int LOOKS_AGAIN = 3;

  private final RecordEntries entries;
  private final LedgerAudit.Progress progress;
  private final List<AuditFinding> findings = new ArrayList<>();
  private long findingCount;
  private long compared;
  private long purged;
  private long notCovered;

  private RecordAudit(DataSource ledger, LedgerAudit.Progress progress) {
    this.progress = progress;
    entries = new RecordEntries(ledger);
  }

  /// A room's rows and the kinds of them that the ledger holds.
  public record Source(DataSource rows, List<RecordKind> kinds) {
    public Source {
      kinds = List.copyOf(kinds);
    }
  }

  /// What was found.
  /// - **Shape** `compared` rows and entries; of them `purged` by an entry that says so, and
  ///   `notCovered` rows of a version that kept no digests; `findings` the first
  ///   [Limits#FINDINGS_MAX] of `findingCount`
  public record Report(
      long compared, long purged, long notCovered, long findingCount, List<AuditFinding> findings) {
    /// Whether nothing was found.
    public boolean isClean() {
      return findingCount == 0;
    }
  }

  /// Compares all rows of all kinds.
  static Report of(
      DataSource ledger, List<Source> sources, List<HeldText> texts, LedgerAudit.Progress progress)
      throws SQLException {
    RecordAudit audit = new RecordAudit(ledger, progress);
    audit.catalogue(CatalogueAudit.ofLedger(ledger));
    sources.forEach(source -> audit.catalogue(CatalogueAudit.of(source.rows(), source.kinds())));
    texts.forEach(audit::text);
    Set<String> begun = audit.entries.begun();
    try (Connection held = ledger.getConnection()) {
      reading(held);
      for (Source source : sources) {
        for (RecordKind kind : source.kinds()) {
          audit.kind(held, source.rows(), kind, begun.contains(kind.name()));
        }
      }
      held.rollback();
    }
    return new Report(
        audit.compared,
        audit.purged,
        audit.notCovered,
        audit.findingCount,
        List.copyOf(audit.findings));
  }

  private static void reading(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    connection.setReadOnly(true);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
  }

  private void catalogue(List<AuditFinding> changed) {
    findingCount += changed.size();
    changed.forEach(this::add);
  }

  private void text(HeldText text) {
    List<Held> held = entries.of(text.subject());
    compared++;
    if (held.isEmpty()) {
      notCovered++;
    } else if (!held.getLast().digest().equals(text.digest())) {
      found(held.getLast(), Code.CONTENT_ALTERED, "is not the text that the server started with");
    }
  }

  /// The two sides of a kind, merged by subject.
  private void kind(Connection held, DataSource rows, RecordKind kind, boolean isBegun)
      throws SQLException {
    JdbcClient again = JdbcClient.create(rows);
    try (PreparedStatement heldSql = RecordEntries.all(held, kind)) {
      heldSql.setFetchSize(FETCH_ROWS);
      try (ResultSet entry = heldSql.executeQuery();
          Connection connection = rows.getConnection()) {
        reading(connection);
        try (PreparedStatement rowSql =
            connection.prepareStatement(
                kind.select(" order by (" + kind.key() + ")::text collate \"C\""))) {
          rowSql.setFetchSize(FETCH_ROWS);
          try (ResultSet row = rowSql.executeQuery()) {
            merge(kind, new HeldRows(entry), row, new Look(kind, again, isBegun));
          }
        }
        connection.rollback();
      }
    }
  }

  /// How a row is looked at once more.
  private record Look(RecordKind kind, JdbcClient rows, boolean isBegun) {
    Optional<RecordRow> row(String id) {
      return rows.sql(kind.select(" and (" + kind.key() + ")::text = ?"))
          .param(id)
          .query((row, _) -> RecordRow.of(kind, row))
          .optional();
    }
  }

  /// Entries in order, those of one subject together.
  private static final class HeldRows {
    private final ResultSet entry;
    private Optional<Held> next;

    HeldRows(ResultSet entry) throws SQLException {
      this.entry = entry;
      next = read();
    }

    private Optional<Held> read() throws SQLException {
      return entry.next() ? Optional.of(RecordEntries.held(entry)) : Optional.empty();
    }

    /// All of the next subject; none at the end.
    List<Held> take() throws SQLException {
      List<Held> all = new ArrayList<>();
      while (next.isPresent()
          && (all.isEmpty() || all.getFirst().subject().equals(next.get().subject()))) {
        all.add(next.get());
        next = read();
      }
      return all;
    }
  }

  private void merge(RecordKind kind, HeldRows entriesOfKind, ResultSet row, Look look)
      throws SQLException {
    List<Held> held = entriesOfKind.take();
    Optional<RecordRow> next = read(kind, row);
    while (!held.isEmpty() || next.isPresent()) {
      int order =
          held.isEmpty()
              ? 1
              : next.isEmpty()
                  ? -1
                  : held.getFirst().subject().compareTo(kind.subject(next.get().id()).text());
      if (order <= 0) {
        recorded(look, held, order == 0 ? next : Optional.empty());
      } else {
        unrecorded(look, next.orElseThrow());
      }
      held = order <= 0 ? entriesOfKind.take() : held;
      next = order >= 0 ? read(kind, row) : next;
    }
  }

  private Optional<RecordRow> read(RecordKind kind, ResultSet row) throws SQLException {
    if (++compared % PROGRESS_EVERY == 0) {
      progress.at(compared, compared);
    }
    if (row.next()) {
      return Optional.of(RecordRow.of(kind, row));
    }
    compared--;
    return Optional.empty();
  }

  /// A row that entries speak of, whether or not it is there.
  private void recorded(Look look, List<Held> held, Optional<RecordRow> row) {
    RecordKind kind = look.kind();
    Held first = held.getFirst();
    for (Held one : held) {
      if (!one.room().contains(kind.room())) {
        found(one, Code.CONTENT_CONTRADICTED, "was recorded by " + one.room());
      } else if (!kind.changes() && !one.saysSameAs(first)) {
        found(one, Code.CONTENT_CONTRADICTED, "is said to be other than entry " + first.number());
      }
    }
    Held counts = kind.changes() ? held.getLast() : first;
    if (row.isEmpty()) {
      missing(look, counts);
    } else if (counts.says(row.get()) && counts.saysContentOf(row.get())) {
      return;
    } else if (kind.changes()) {
      changed(look, row.get());
    } else {
      compare(counts, row.get());
    }
  }

  private void missing(Look look, Held held) {
    if (look.row(id(held, look.kind())).isPresent()) {
      return;
    }
    compared++;
    if (look.kind().goes() && isPurged(held)) {
      purged++;
    } else {
      found(held, Code.CONTENT_MISSING, "was recorded and is not there");
    }
  }

  private static String id(Held held, RecordKind kind) {
    return held.subject().substring(kind.subject("").text().length());
  }

  private boolean isPurged(Held held) {
    return !held.owner().isEmpty() && entries.isPurged(held);
  }

  private void compare(Held held, RecordRow row) {
    if (held.says(row) && held.saysWhatIsLeftOf(row) && isPurged(held)) {
      purged++;
    } else {
      found(held, Code.CONTENT_ALTERED, "is not what was recorded");
    }
  }

  /// Whoever changes the row records it with the same commit: read again, in turn, until both sides
  /// are of the same moment.
  private void changed(Look look, RecordRow before) {
    for (int i = 0; i < LOOKS_AGAIN; i++) {
      Optional<RecordRow> row = look.row(before.id());
      Held last = entries.of(look.kind().subject(before.id())).getLast();
      if (row.isEmpty() || last.says(row.get()) && last.saysContentOf(row.get())) {
        return;
      }
      if (i == LOOKS_AGAIN - 1) {
        compare(last, row.get());
      }
    }
  }

  private void unrecorded(Look look, RecordRow row) {
    if (!look.isBegun()) {
      notCovered++;
    } else if (entries.of(look.kind().subject(row.id())).isEmpty()
        && look.row(row.id()).isPresent()) {
      findingCount++;
      add(
          new AuditFinding(
              0,
              Code.CONTENT_UNRECORDED,
              look.kind().name() + "/" + row.id() + " is there and no entry speaks of it"));
    }
  }

  private void found(Held held, Code code, String what) {
    findingCount++;
    String name = held.subject().substring(Subject.Kind.RECORD.key().length() + 1);
    add(new AuditFinding(held.number(), code, name + " " + what));
  }

  private void add(AuditFinding finding) {
    if (findings.size() < Limits.FINDINGS_MAX) {
      findings.add(finding);
    }
  }
}
