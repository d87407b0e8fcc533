package org.ridgeline.ledger;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Records what rows say, in the transaction that writes them: a store calls it right after the
/// insert, so that no door writes a row that the ledger does not hold the digest of.
public final class RecordBook {
  private static final String ROLE = Writer.SYSTEM.name();
  private static final String PURPOSE = "record";

  private final JdbcClient jdbc;
  private final Ledger ledger;

  /// - **Shape** `dataSource` of the room that owns the rows; its transactions are joined
  public RecordBook(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
    ledger = new Ledger(dataSource);
  }

  /// Records the digest of a row as it is now.
  /// - **Shape** `id` of the type of the kind's key
  /// - **Error** no such row: IllegalStateException
  public void keep(RecordKind kind, Object id) {
    RecordRow row =
        row(kind, id).orElseThrow(() -> new IllegalStateException("no " + kind.name() + " " + id));
    ledger.append(entry(kind, row, Action.Known.RECORD_KEEP));
  }

  /// Whether a row is what this room recorded first of it.
  public boolean isAsKept(RecordKind kind, Object id) {
    return row(kind, id)
        .filter(row ->
            kept(kind, row).filter(held -> held.says(row) && held.saysContentOf(row)).isPresent())
        .isPresent();
  }

  /// The same, but for content that is blank, as after a purge.
  public boolean isLeftAsKept(RecordKind kind, Object id) {
    return row(kind, id)
        .filter(row ->
            kept(kind, row)
                .filter(held -> held.says(row) && held.saysWhatIsLeftOf(row))
                .isPresent())
        .isPresent();
  }

  private Optional<RecordRow> row(RecordKind kind, Object id) {
    return jdbc.sql(kind.select(" and " + kind.key() + " = ?"))
        .param(id)
        .query((found, _) -> RecordRow.of(kind, found))
        .optional();
  }

  private Optional<RecordEntries.Held> kept(RecordKind kind, RecordRow row) {
    String subject = kind.subject(row.id()).text();
    return jdbc.sql("select ledger.kept(?) as detail")
        .param(subject)
        .query((kept, _) -> RecordEntries.kept(subject, kept))
        .single();
  }

  static LedgerEntry entry(RecordKind kind, RecordRow row, Action action) {
    Map<String, String> detail = new TreeMap<>();
    detail.put(RecordRow.DIGEST, row.digest());
    if (!kind.content().isEmpty()) {
      detail.put(RecordRow.CONTENT, String.join(" ", row.content()));
    }
    if (!row.owner().isEmpty()) {
      detail.put(RecordRow.OWNER, row.owner().replaceFirst(":", " "));
    }
    return new LedgerEntry(kind.room(), ROLE, PURPOSE, action, kind.subject(row.id()), detail);
  }
}
