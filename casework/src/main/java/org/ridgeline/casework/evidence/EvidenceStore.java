package org.ridgeline.casework.evidence;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.ridgeline.casework.desk.Purgeable;
import org.ridgeline.casework.evidence.ProtectedStop.Release;
import org.ridgeline.ledger.RecordBook;
import org.ridgeline.ledger.RecordKind;
import org.ridgeline.ledger.Subject;
import org.ridgeline.ledger.Tally;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The SQL of what cases rest on. Rows are added; only a purge takes anything out.
public final class EvidenceStore implements Purgeable {
  private static final RecordKind CHECK =
      RecordKind.of("casework.check", "citizenship_check", "check_id")
          .ownedBy(Subject.Kind.CASE, "case_id")
          .lasting("case_id", "kind", "result", "source_date", "by_name", "at")
          .content("detail", "source");
  private static final RecordKind REVIEW =
      RecordKind.of("casework.review", "citizenship_review", "review_id")
          .ownedBy(Subject.Kind.CASE, "case_id")
          .lasting("case_id", "by_name", "at")
          .content("finding");
  private static final RecordKind FACT =
      RecordKind.of("casework.fact", "fact", "fact_id")
          .ownedBy(Subject.Kind.CASE, "case_id")
          .lasting("case_id", "side", "kind", "by_name", "at")
          .content("content", "source");
  private static final RecordKind DOCUMENT =
      RecordKind.of("casework.document", "source_document", "document_id")
          .ownedBy(Subject.Kind.CASE, "case_id")
          .lasting(
              "case_id",
              "is_primary",
              "grade",
              "issued_on",
              "media_type",
              "sha256",
              "size",
              "by_name",
              "at")
          .content("title", "sha256(bytes) as bytes");
  private static final RecordKind INTERVIEW =
      RecordKind.of("casework.interview", "interview", "interview_id")
          .ownedBy(Subject.Kind.CASE, "case_id")
          .lasting("case_id", "held_on", "by_name", "at")
          .content("language", "content");
  private static final RecordKind STOP =
      RecordKind.of("casework.stop", "protected_stop", "stop_id")
          .ownedBy(Subject.Kind.CASE, "case_id")
          .lasting("case_id", "kind", "by_name", "at");
  private static final RecordKind RELEASE =
      RecordKind.of("casework.stop.release", "protected_stop", "stop_id")
          .ownedBy(Subject.Kind.CASE, "case_id")
          .where("released_at is not null")
          .lasting("case_id", "released_by", "released_at")
          .content("reason");

  /// What the ledger holds digests of.
  public static final List<RecordKind> RECORDS =
      List.of(CHECK, REVIEW, FACT, DOCUMENT, INTERVIEW, STOP, RELEASE);

  private final JdbcClient jdbc;
  private final RecordBook book;

  public EvidenceStore(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
    book = new RecordBook(dataSource);
  }

  /// Everything a case rests on now.
  public Dossier dossier(UUID caseId) {
    return new Dossier(
        list("citizenship_check", "check_id", caseId, EvidenceStore::check),
        list("citizenship_review", "review_id", caseId, EvidenceStore::review),
        list("fact", "fact_id", caseId, EvidenceStore::fact),
        documents(caseId),
        list("interview", "interview_id", caseId, EvidenceStore::interview),
        list("protected_stop", "stop_id", caseId, EvidenceStore::stop));
  }

  private <T> List<T> list(
      String table, String key, UUID caseId, org.springframework.jdbc.core.RowMapper<T> row) {
    return jdbc.sql("select * from " + table + " where case_id = ? order by " + key)
        .param(caseId)
        .query(row)
        .list();
  }

  private List<SourceDocument> documents(UUID caseId) {
    return jdbc.sql(
            """
            select document_id, title, is_primary, grade, issued_on, media_type, sha256, size,
              by_name, at
            from source_document where case_id = ? order by at, document_id
            """)
        .param(caseId)
        .query(EvidenceStore::document)
        .list();
  }

  /// Inserts a row that gets its number from the database, and records it.
  private void kept(RecordKind kind, String insert, @Nullable Object... values) {
    book.keep(kind, jdbc.sql(insert).params(values).query(Long.class).single());
  }

  /// Adds a run of a check.
  public void add(UUID caseId, CheckEntry check) {
    kept(
        CHECK,
        """
        insert into citizenship_check (case_id, kind, result, detail, source, source_date,
          by_name, at)
        values (?, ?, ?, ?, ?, ?, ?, ?) returning check_id
        """,
        caseId,
        check.kind().name(),
        check.result().key(),
        check.result().detail(),
        check.source(),
        Date.valueOf(check.sourceDate()),
        check.by(),
        Timestamp.from(check.at()));
  }

  /// Adds a supervisor's review.
  public void add(UUID caseId, SupervisorReview review) {
    kept(
        REVIEW,
        """
        insert into citizenship_review (case_id, finding, by_name, at) values (?, ?, ?, ?)
        returning review_id
        """,
        caseId,
        review.finding(),
        review.by(),
        Timestamp.from(review.at()));
  }

  /// Adds a fact.
  public void add(UUID caseId, Fact fact) {
    kept(
        FACT,
        """
        insert into fact (case_id, side, kind, content, source, by_name, at)
        values (?, ?, ?, ?, ?, ?, ?) returning fact_id
        """,
        caseId,
        fact.side().name(),
        fact.kind().name(),
        fact.content(),
        fact.source(),
        fact.by(),
        Timestamp.from(fact.at()));
  }

  /// Adds a document and its bytes.
  public void add(UUID caseId, SourceDocument document, byte[] bytes) {
    SourceDocument.Head head = document.head();
    jdbc.sql(
            """
            insert into source_document (document_id, case_id, title, is_primary, grade, issued_on,
              media_type, sha256, size, bytes, by_name, at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            document.documentId(),
            caseId,
            head.title(),
            head.isPrimary(),
            head.grade().name(),
            Date.valueOf(head.issuedOn()),
            head.mediaType(),
            HexFormat.of().parseHex(document.sha256Hex()),
            document.size(),
            bytes,
            document.by(),
            Timestamp.from(document.at()))
        .update();
    book.keep(DOCUMENT, document.documentId());
  }

  /// A document's bytes; empty where it is another case's, unknown, or purged.
  public Optional<byte[]> bytes(UUID caseId, UUID documentId) {
    return jdbc.sql(
            """
            select bytes from source_document
            where case_id = ? and document_id = ? and bytes is not null
            """)
        .params(caseId, documentId)
        .query(byte[].class)
        .optional();
  }

  /// Adds an interview.
  public void add(UUID caseId, Interview interview) {
    kept(
        INTERVIEW,
        """
        insert into interview (case_id, held_on, language, content, by_name, at)
        values (?, ?, ?, ?, ?, ?) returning interview_id
        """,
        caseId,
        interview.heldOn().map(Date::valueOf).orElse(null),
        interview.language(),
        interview.content(),
        interview.by(),
        Timestamp.from(interview.at()));
  }

  /// Adds a stop.
  public void stop(UUID caseId, ProtectedStop stop) {
    kept(
        STOP,
        """
        insert into protected_stop (case_id, kind, by_name, at) values (?, ?, ?, ?)
        returning stop_id
        """,
        caseId,
        stop.kind().name(),
        stop.by(),
        Timestamp.from(stop.at()));
  }

  /// Lifts the stops that hold.
  public void release(UUID caseId, Release release) {
    jdbc.sql(
            """
            update protected_stop set released_by = ?, released_at = ?, reason = ?
            where case_id = ? and released_at is null returning stop_id
            """)
        .params(release.by(), Timestamp.from(release.at()), release.reason(), caseId)
        .query(Long.class)
        .list()
        .forEach(id -> book.keep(RELEASE, id));
  }

  /// Protected-person stops so far, of all cases.
  public int stops() {
    return jdbc.sql("select count(*) from protected_stop").query(Integer.class).single();
  }

  /// Takes out what was said and attached; who did what when, results, grades and hashes stay.
  @Override
  public Tally purge(UUID caseId) {
    long bytes =
        jdbc.sql("select coalesce(sum(length(bytes)), 0) from source_document where case_id = ?")
            .param(caseId)
            .query(Long.class)
            .single();
    Tally tally = Tally.of("documents-bytes", bytes);
    for (var change :
        Map.of(
                "checks",
                "update citizenship_check set source = '-', detail = '-' where case_id = ?",
                "reviews",
                "update citizenship_review set finding = '-' where case_id = ?",
                "facts",
                "update fact set content = '-', source = '-' where case_id = ?",
                "documents",
                "update source_document set title = '-', bytes = null where case_id = ?",
                "interviews",
                "update interview set content = '-', language = '-' where case_id = ?",
                "stops",
                "update protected_stop set reason = '-' where reason <> '-' and case_id = ?")
            .entrySet()) {
      tally = tally.plus(change.getKey(), jdbc.sql(change.getValue()).param(caseId).update());
    }
    return tally;
  }

  private static CheckEntry check(ResultSet row, int number) throws SQLException {
    return new CheckEntry(
        CitizenshipCheck.valueOf(row.getString("kind")),
        CheckResult.of(row.getString("result"), row.getString("detail")),
        row.getString("source"),
        row.getObject("source_date", LocalDate.class),
        row.getString("by_name"),
        at(row, "at"));
  }

  private static SupervisorReview review(ResultSet row, int number) throws SQLException {
    return new SupervisorReview(row.getString("finding"), row.getString("by_name"), at(row, "at"));
  }

  private static Fact fact(ResultSet row, int number) throws SQLException {
    return new Fact(
        Fact.Side.valueOf(row.getString("side")),
        Fact.Kind.valueOf(row.getString("kind")),
        row.getString("content"),
        row.getString("source"),
        row.getString("by_name"),
        at(row, "at"));
  }

  private static SourceDocument document(ResultSet row, int number) throws SQLException {
    return new SourceDocument(
        row.getObject("document_id", UUID.class),
        new SourceDocument.Head(
            row.getString("title"),
            row.getBoolean("is_primary"),
            Reliability.valueOf(row.getString("grade")),
            row.getObject("issued_on", LocalDate.class),
            row.getString("media_type")),
        HexFormat.of().formatHex(row.getBytes("sha256")),
        row.getInt("size"),
        row.getString("by_name"),
        at(row, "at"));
  }

  private static Interview interview(ResultSet row, int number) throws SQLException {
    Optional<LocalDate> heldOn = Optional.ofNullable(row.getObject("held_on", LocalDate.class));
    return new Interview(
        heldOn,
        row.getString("language"),
        row.getString("content"),
        row.getString("by_name"),
        at(row, "at"));
  }

  private static ProtectedStop stop(ResultSet row, int number) throws SQLException {
    Optional<Release> release =
        row.getTimestamp("released_at") == null
            ? Optional.empty()
            : Optional.of(
                new Release(
                    row.getString("released_by"), at(row, "released_at"), row.getString("reason")));
    return new ProtectedStop(
        ProtectedStop.Kind.valueOf(row.getString("kind")),
        row.getString("by_name"),
        at(row, "at"),
        release);
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    return row.getTimestamp(column).toInstant();
  }
}
