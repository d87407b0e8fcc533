package org.ridgeline.ledger;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/// The rows that are held to the ledger: every kind that any room's stores record.
/// - **Shape** `ledger` of the role that owns the ledger; a source a room; `texts` recorded by the
///   room that their kind names
public record HeldRecords(
    DataSource ledger, List<RecordAudit.Source> sources, List<HeldText> texts) {
  public HeldRecords {
    sources = List.copyOf(sources);
    texts = List.copyOf(texts);
  }

  /// Without texts.
  public HeldRecords(DataSource ledger, List<RecordAudit.Source> sources) {
    this(ledger, sources, List.of());
  }

  /// Compares all rows with what the ledger holds of them: [RecordAudit#of].
  public RecordAudit.Report audit(LedgerAudit.Progress progress) throws SQLException {
    return RecordAudit.of(ledger, sources, texts, progress);
  }

  /// Begins to hold the kinds that were not held before: [RecordBeginning#of].
  public long begin() throws SQLException {
    return RecordBeginning.of(ledger, sources, texts);
  }
}
