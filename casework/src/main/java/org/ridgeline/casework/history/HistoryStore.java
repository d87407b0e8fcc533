package org.ridgeline.casework.history;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.ridgeline.casework.desk.Purgeable;
import org.ridgeline.ledger.RecordBook;
import org.ridgeline.ledger.RecordKind;
import org.ridgeline.ledger.Subject;
import org.ridgeline.ledger.Tally;
import org.ridgeline.policy.HistoryEntry;
import org.ridgeline.policy.history.Disposition;
import org.ridgeline.policy.history.Grade;
import org.ridgeline.policy.history.LegalFinding;
import org.ridgeline.policy.history.Offence;
import org.ridgeline.policy.history.Sentence;
import org.ridgeline.policy.history.Source;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The SQL of what courts' records say of charges. Entries are added, never edited.
public final class HistoryStore implements Purgeable {
  private static final RecordKind ENTRY =
      RecordKind.of("casework.history-entry", "history_entry", "entry_id")
          .ownedBy(Subject.Kind.CASE, "case_id")
          .going()
          .lasting(
              "case_id",
              "line",
              "disposition",
              "decided_on",
              "convicted_on",
              "of_code",
              "of_text",
              "of_grade",
              "sentence_days",
              "paragraph",
              "found_by",
              "found_on",
              "court",
              "docket",
              "document_id",
              "by_name",
              "recorded_on",
              "at");

  /// What the ledger holds digests of.
  public static final List<RecordKind> RECORDS = List.of(ENTRY);

  private final JdbcClient jdbc;
  private final RecordBook book;

  public HistoryStore(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
    book = new RecordBook(dataSource);
  }

  /// Takes out the entries of a case.
  @Override
  public Tally purge(UUID caseId) {
    return Tally.of(
        "history-entries",
        jdbc.sql("delete from history_entry where case_id = ?").param(caseId).update());
  }

  /// Entries of a case, first made first.
  public List<HistoryEntry> entries(UUID caseId) {
    return jdbc.sql("select * from history_entry where case_id = ? order by entry_id")
        .param(caseId)
        .query(HistoryStore::row)
        .list();
  }

  /// Adds an entry, and the document that says so.
  public void add(UUID caseId, HistoryEntry entry, UUID documentId) {
    Row row = Row.of(entry.disposition());
    Optional<Disposition.Convicted> judgment = row.judgment();
    Optional<LegalFinding> finding = judgment.flatMap(Disposition.Convicted::finding);
    long entryId =
        jdbc.sql(
                """
                insert into history_entry (case_id, line, disposition, decided_on, convicted_on,
                  of_code, of_text, of_grade, sentence_days, paragraph, found_by, found_on, court,
                  docket, document_id, by_name, recorded_on, at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                returning entry_id
                """)
            .params(
                caseId,
                entry.line(),
                row.kind(),
                day(row.on()),
                day(judgment.map(Disposition.Convicted::on)),
                judgment.flatMap(j -> j.of().code()).orElse(null),
                judgment.map(j -> j.of().text()).orElse(null),
                judgment.map(j -> j.of().grade().name()).orElse(null),
                judgment.flatMap(Disposition.Convicted::sentence).map(Sentence::days).orElse(null),
                finding.map(LegalFinding::paragraph).orElse(null),
                finding.map(LegalFinding::foundBy).orElse(null),
                day(finding.map(LegalFinding::foundOn)),
                entry.court().court(),
                entry.court().docket(),
                documentId,
                entry.court().recordedBy(),
                Date.valueOf(entry.court().recordedOn()),
                Timestamp.from(entry.at()))
            .query(Long.class)
            .single();
    book.keep(ENTRY, entryId);
  }

  /// A disposition as columns.
  private record Row(
      String kind, Optional<LocalDate> on, Optional<Disposition.Convicted> judgment) {
    static Row of(Disposition disposition) {
      return switch (disposition) {
        case Disposition.Unknown _ -> plain("UNKNOWN");
        case Disposition.Arrested _ -> plain("ARRESTED");
        case Disposition.Charged d -> on("CHARGED", d.on());
        case Disposition.Pending _ -> plain("PENDING");
        case Disposition.NotFiled d -> on("NOT_FILED", d.on());
        case Disposition.Dismissed d -> on("DISMISSED", d.on());
        case Disposition.Acquitted d -> on("ACQUITTED", d.on());
        case Disposition.Diverted d -> on("DIVERTED", d.on());
        case Disposition.Convicted d -> new Row("CONVICTED", Optional.of(d.on()), Optional.of(d));
        case Disposition.Vacated d ->
            new Row("VACATED", Optional.of(d.on()), Optional.of(d.conviction()));
        case Disposition.Expunged d -> on("EXPUNGED", d.on());
      };
    }

    private static Row plain(String kind) {
      return new Row(kind, Optional.empty(), Optional.empty());
    }

    private static Row on(String kind, LocalDate on) {
      return new Row(kind, Optional.of(on), Optional.empty());
    }
  }

  private static HistoryEntry row(ResultSet row, int number) throws SQLException {
    return new HistoryEntry(
        row.getString("line"),
        disposition(row),
        new Source.Court(
            row.getString("court"),
            row.getString("docket"),
            row.getString("by_name"),
            row.getDate("recorded_on").toLocalDate()),
        row.getTimestamp("at").toInstant());
  }

  private static Disposition disposition(ResultSet row) throws SQLException {
    String kind = row.getString("disposition");
    return switch (kind) {
      case "UNKNOWN" -> new Disposition.Unknown();
      case "ARRESTED" -> new Disposition.Arrested();
      case "CHARGED" -> new Disposition.Charged(on(row));
      case "PENDING" -> new Disposition.Pending();
      case "NOT_FILED" -> new Disposition.NotFiled(on(row));
      case "DISMISSED" -> new Disposition.Dismissed(on(row));
      case "ACQUITTED" -> new Disposition.Acquitted(on(row));
      case "DIVERTED" -> new Disposition.Diverted(on(row));
      case "CONVICTED" -> judgment(row);
      case "VACATED" -> new Disposition.Vacated(judgment(row), on(row));
      case "EXPUNGED" -> new Disposition.Expunged(on(row));
      default -> throw new IllegalStateException("disposition=" + kind);
    };
  }

  private static LocalDate on(ResultSet row) throws SQLException {
    return row.getDate("decided_on").toLocalDate();
  }

  private static Disposition.Convicted judgment(ResultSet row) throws SQLException {
    Optional<String> paragraph = Optional.ofNullable(row.getString("paragraph"));
    LegalFinding finding =
        paragraph.isEmpty()
            ? null
            : new LegalFinding(
                paragraph.get(), row.getString("found_by"), row.getDate("found_on").toLocalDate());
    return new Disposition.Convicted(
        new Offence(
            Optional.ofNullable(row.getString("of_code")),
            row.getString("of_text"),
            Grade.valueOf(row.getString("of_grade"))),
        Optional.ofNullable(row.getObject("sentence_days", Integer.class)).map(Sentence::new),
        row.getDate("convicted_on").toLocalDate(),
        Optional.ofNullable(finding));
  }

  private static @Nullable Date day(Optional<LocalDate> day) {
    return day.map(Date::valueOf).orElse(null);
  }
}
