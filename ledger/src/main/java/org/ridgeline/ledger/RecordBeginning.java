package org.ridgeline.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Begins to hold rows to the ledger: rows of an earlier version, which kept no digests, are
/// recorded as they are found, once. From then on a row without an entry is a finding.
final class RecordBeginning {
  private static final int FETCH_ROWS = 500;

  private RecordBeginning() {}

  /// Begins the kinds that were not begun before. To be called while nobody writes yet.
  /// - **Unit** rows recorded as found
  static long of(DataSource held, List<RecordAudit.Source> sources, List<HeldText> texts)
      throws SQLException {
    RecordEntries entries = new RecordEntries(held);
    Set<String> begun = entries.begun();
    long found = 0;
    for (RecordAudit.Source source : sources) {
      List<RecordKind> fresh =
          source.kinds().stream().filter(kind -> !begun.contains(kind.name())).toList();
      for (RecordKind kind : fresh) {
        found += find(source.rows(), entries, kind);
      }
      if (!fresh.isEmpty()) {
        begin(new Ledger(source.rows()), fresh);
      }
      String room = source.kinds().getFirst().room();
      texts.stream()
          .filter(text -> text.room().equals(room))
          .forEach(text -> keep(new Ledger(source.rows()), entries, text));
    }
    return found;
  }

  private static long find(DataSource rows, RecordEntries entries, RecordKind kind)
      throws SQLException {
    Ledger ledger = new Ledger(rows);
    TransactionTemplate together = new TransactionTemplate(new DataSourceTransactionManager(rows));
    List<LedgerEntry> waiting = new ArrayList<>();
    long found = 0;
    try (Connection connection = rows.getConnection()) {
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      try (PreparedStatement sql = connection.prepareStatement(kind.select(""))) {
        sql.setFetchSize(FETCH_ROWS);
        try (ResultSet row = sql.executeQuery()) {
          while (row.next()) {
            RecordRow one = RecordRow.of(kind, row);
            if (entries.of(kind.subject(one.id())).isEmpty()) {
              waiting.add(RecordBook.entry(kind, one, Action.Known.RECORD_FIND));
              found++;
            }
            if (waiting.size() == FETCH_ROWS) {
              together.executeWithoutResult(_ -> waiting.forEach(ledger::append));
              waiting.clear();
            }
          }
          together.executeWithoutResult(_ -> waiting.forEach(ledger::append));
        }
      }
      connection.rollback();
    }
    return found;
  }

  private static void keep(Ledger ledger, RecordEntries entries, HeldText text) {
    List<RecordEntries.Held> before = entries.of(text.subject());
    if (before.isEmpty() || !before.getLast().digest().equals(text.digest())) {
      ledger.append(
          new LedgerEntry(
              text.room(),
              Writer.SYSTEM.name(),
              "record",
              Action.Known.RECORD_KEEP,
              text.subject(),
              Map.of(RecordRow.DIGEST, text.digest())));
    }
  }

  private static void begin(Ledger ledger, List<RecordKind> kinds) {
    String names = String.join(" ", kinds.stream().map(RecordKind::name).toList());
    ledger.append(
        new LedgerEntry(
            kinds.getFirst().room(),
            Writer.SYSTEM.name(),
            "record",
            Action.Known.RECORD_BEGIN,
            RecordEntries.ALL,
            Map.of(RecordEntries.KINDS, names)));
  }
}
