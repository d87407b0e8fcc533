package org.ridgeline.oversight.report;

import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.ridgeline.vocabulary.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The SQL of published reports.
public final class ReportStore {
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  /// - **Shape** `dataSource` of the role that owns the schema
  public ReportStore(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
    transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
  }

  <T> T together(Supplier<T> step) {
    return transaction.execute(_ -> step.get());
  }

  /// A published version of a month's report.
  /// - **Shape** `manifest` the SHA-256 of its manifest, which has those of its other files
  public record Issue(YearMonth month, int version, Instant madeAt, String manifest) {}

  /// All of them, newest month first, newest version first.
  public List<Issue> issues() {
    return jdbc.sql(
            """
            select month, version, made_at, files_sha256 from report
            order by month desc, version desc
            """)
        .query((row, _) ->
            new Issue(
                YearMonth.from(row.getObject(1, LocalDate.class)),
                row.getInt(2),
                row.getTimestamp(3).toInstant(),
                row.getString(4)))
        .list();
  }

  /// The newest version of a month's.
  public Optional<Issue> newest(YearMonth month) {
    return issues().stream().filter(one -> one.month().equals(month)).findFirst();
  }

  /// One file of an issue.
  public Optional<byte[]> file(YearMonth month, int version, String name) {
    return jdbc.sql("select bytes from report_file where month = ? and version = ? and name = ?")
        .params(Date.valueOf(month.atDay(1)), version, name)
        .query((row, _) -> row.getBytes(1))
        .optional();
  }

  /// Every file of an issue by its name.
  public SortedMap<String, byte[]> files(Issue issue) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    jdbc.sql("select name, bytes from report_file where month = ? and version = ?")
        .params(Date.valueOf(issue.month().atDay(1)), issue.version())
        .query((row, _) -> files.put(row.getString(1), row.getBytes(2)))
        .list();
    return files;
  }

  /// What an issue says.
  public Report report(Issue issue) {
    byte[] text =
        file(issue.month(), issue.version(), ReportFiles.REPORT)
            .orElseThrow(() -> new IllegalStateException("no report.json of " + issue));
    return ReportJson.read(new String(text, StandardCharsets.UTF_8));
  }

  /// Adds an issue; gives it as it is kept.
  Issue add(Report report, String by) {
    SortedMap<String, byte[]> files = ReportFiles.of(report);
    Report.Head head = report.head();
    Date month = Date.valueOf(head.month().atDay(1));
    String manifest = Sha256.hex(files.get(ReportFiles.MANIFEST));
    jdbc.sql(
            """
            insert into report (month, version, made_at, made_by, files_sha256)
            values (?, ?, ?, ?, ?)
            """)
        .params(month, head.version(), Timestamp.from(head.madeAt()), by, manifest)
        .update();
    files.forEach((name, bytes) ->
        jdbc.sql("insert into report_file (month, version, name, bytes) values (?, ?, ?, ?)")
            .params(month, head.version(), name, bytes)
            .update());
    return new Issue(head.month(), head.version(), head.madeAt(), manifest);
  }
}
