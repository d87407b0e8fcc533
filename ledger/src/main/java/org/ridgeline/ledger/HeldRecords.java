package org.ridgeline.ledger;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/// The rows that are held to the ledger: every kind that any room's stores record.
/// - **Shape** `ledger` of the role that owns the ledger; a source a room
public record HeldRecords(DataSource ledger, List<RecordAudit.Source> sources) {
  public HeldRecords {
    sources = List.copyOf(sources);
  }

  /// Compares all rows with what the ledger holds of them: [RecordAudit#of].
  public RecordAudit.Report audit(LedgerAudit.Progress progress) throws SQLException {
    return RecordAudit.of(ledger, sources, progress);
  }

  /// Begins to hold the kinds that were not held before: [RecordBeginning#of].
  public long begin() throws SQLException {
    return RecordBeginning.of(ledger, sources);
  }
}
