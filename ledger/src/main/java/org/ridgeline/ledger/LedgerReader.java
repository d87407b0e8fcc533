package org.ridgeline.ledger;

import java.security.PublicKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads the ledger as its owner: for a person's own access log, for redress and for oversight.
public final class LedgerReader {
  static final String COLUMNS =
      """
      l.number, l.hash, e.at, e.room, e.actor, e.role, e.purpose, e.action, e.subject, e.detail
      """;
  private static final String ABOUT =
      " from ledger.entry e join ledger.link l using (entry_id)"
          + " where (e.subject = any(:subjects::text[])"
          + " or ledger.refs(e.detail) && :subjects::text[])";

  private final JdbcClient jdbc;
  private final DataSource dataSource;

  /// - **Shape** `dataSource` of the role that owns the schema
  public LedgerReader(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
    this.dataSource = dataSource;
  }

  /// Checks the chain and the signatures from outside: [LedgerAudit#of].
  public LedgerAudit.Report audit(
      PublicKey key, List<String> checkpoints, LedgerAudit.Progress progress) throws SQLException {
    return LedgerAudit.of(dataSource, key, checkpoints, progress);
  }

  /// All checkpoints in the database, oldest first.
  public List<Checkpoint> checkpoints() {
    return Checkpoints.all(dataSource);
  }

  /// All entries about any of some subjects, in the chain's order: those whose subject it is, and
  /// those that name it in their detail.
  /// - **Limit** the first [Limits#ENTRIES_READ_MAX]
  public List<ChainedEntry> about(Collection<Subject> subjects) {
    return jdbc.sql("select " + COLUMNS + ABOUT + " order by l.number limit :most")
        .param("subjects", texts(subjects))
        .param("most", Limits.ENTRIES_READ_MAX)
        .query(LedgerReader::entry)
        .list();
  }

  /// Who was told anything about any of some subjects, in the chain's order.
  public List<Told> disclosures(Collection<Subject> subjects) {
    return jdbc
        .sql("select " + COLUMNS + ABOUT + " and e.action = :action order by l.number limit :most")
        .param("subjects", texts(subjects))
        .param("action", Disclosure.ACTION.key())
        .param("most", Limits.ENTRIES_READ_MAX)
        .query(LedgerReader::entry)
        .list()
        .stream()
        .map(e -> new Told(e.number(), e.at(), e.entry().subject(), disclosure(e)))
        .toList();
  }

  private static Disclosure disclosure(ChainedEntry entry) {
    return Disclosure.of(entry.entry().detail());
  }

  /// A disclosure as the ledger keeps it.
  public record Told(long number, Instant at, Subject subject, Disclosure disclosure) {}

  /// The end of the chain; empty where nothing was appended yet.
  public Optional<ChainedEntry> last() {
    return jdbc.sql(
            "select "
                + COLUMNS
                + " from ledger.link l join ledger.entry e using (entry_id)"
                + " order by l.number desc limit 1")
        .query(LedgerReader::entry)
        .optional();
  }

  /// Entries after a number, in order: for whoever follows the ledger.
  public List<ChainedEntry> after(long number, int count) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + " from ledger.link l join ledger.entry e using (entry_id)"
                + " where l.number > ? order by l.number limit ?")
        .params(number, Math.min(count, Limits.ENTRIES_READ_MAX))
        .query(LedgerReader::entry)
        .list();
  }

  private static String[] texts(Collection<Subject> subjects) {
    return subjects.stream().map(Subject::text).toArray(String[]::new);
  }

  private static ChainedEntry entry(ResultSet row, int index) throws SQLException {
    return new ChainedEntry(
        row.getLong("number"),
        row.getTimestamp("at").toInstant(),
        row.getString("room"),
        new LedgerEntry(
            row.getString("actor"),
            row.getString("role"),
            row.getString("purpose"),
            KeptAction.of(row.getString("action")),
            new Subject(row.getString("subject")),
            pairs((String[]) row.getArray("detail").getArray())),
        row.getBytes("hash"));
  }

  static Map<String, String> pairs(String[] detail) {
    Map<String, String> pairs = new TreeMap<>();
    for (int i = 0; i + 1 < detail.length; i += 2) {
      pairs.put(detail[i], detail[i + 1]);
    }
    return pairs;
  }
}
