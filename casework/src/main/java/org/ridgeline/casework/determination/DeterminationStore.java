package org.ridgeline.casework.determination;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.ridgeline.casework.casefile.Case;
import org.ridgeline.casework.desk.Purgeable;
import org.ridgeline.casework.determination.Determination.Basis;
import org.ridgeline.casework.determination.Determination.Signature;
import org.ridgeline.casework.determination.Determination.SignatureBlock;
import org.ridgeline.ledger.RecordBook;
import org.ridgeline.ledger.RecordKind;
import org.ridgeline.ledger.Subject;
import org.ridgeline.ledger.Tally;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The SQL of determinations and of the answers on their way out.
public final class DeterminationStore implements Purgeable {
  private static final RecordKind SIGNED =
      RecordKind.of("casework.determination", "determination", "determination_id")
          .ownedBy(Subject.Kind.CASE, "case_id")
          .lasting(
              "case_id",
              "outcome",
              "database_only",
              "primary_document",
              "signed_by",
              "signed_at",
              "second_needed",
              "dossier")
          .content("narrative");
  private static final RecordKind SECOND =
      RecordKind.of("casework.determination.second", "determination", "determination_id")
          .ownedBy(Subject.Kind.CASE, "case_id")
          .where("second_by is not null")
          .lasting("case_id", "second_by", "second_at", "second_dossier");
  private static final RecordKind RETURNED =
      RecordKind.of("casework.determination.returned", "determination", "determination_id")
          .ownedBy(Subject.Kind.CASE, "case_id")
          .where("returned_at is not null")
          .lasting("case_id", "returned_at");

  /// What the ledger holds digests of.
  public static final List<RecordKind> RECORDS = List.of(SIGNED, SECOND, RETURNED);

  private final JdbcClient jdbc;
  private final RecordBook book;
  private final DeterminationKinds kinds;

  public DeterminationStore(DataSource dataSource, DeterminationKinds kinds) {
    jdbc = JdbcClient.create(dataSource);
    book = new RecordBook(dataSource);
    this.kinds = kinds;
  }

  void add(Draft draft) {
    jdbc.sql(
            """
            insert into determination (determination_id, case_id, outcome, database_only,
              primary_document, narrative, signed_by, signed_at, second_needed, dossier)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            draft.determinationId(),
            draft.caseId(),
            draft.kind(),
            draft.basis().isDatabaseOnly(),
            draft.basis().primaryDocument().orElse(null),
            draft.basis().narrative(),
            draft.first().by(),
            Timestamp.from(draft.first().at()),
            draft.basis().secondNeeded(),
            draft.first().dossier().orElse(null))
        .update();
    book.keep(SIGNED, draft.determinationId());
  }

  void signSecond(UUID determinationId, Signature second) {
    jdbc.sql(
            """
            update determination set second_by = ?, second_at = ?, second_dossier = ?
            where determination_id = ?
            """)
        .params(
            second.by(),
            Timestamp.from(second.at()),
            second.dossier().orElse(null),
            determinationId)
        .update();
    book.keep(SECOND, determinationId);
  }

  void returned(UUID determinationId, Instant at) {
    jdbc.sql("update determination set returned_at = ? where determination_id = ?")
        .params(Timestamp.from(at), determinationId)
        .update();
    book.keep(RETURNED, determinationId);
  }

  /// Takes out the narratives; who signed what, when, and on which dossier stays.
  @Override
  public Tally purge(UUID caseId) {
    return Tally.of(
        "narratives",
        jdbc.sql("update determination set narrative = '-' where case_id = ?")
            .param(caseId)
            .update());
  }

  /// The determinations of a case, oldest first.
  public List<Draft> of(UUID caseId) {
    return jdbc.sql("select * from determination where case_id = ? order by signed_at")
        .param(caseId)
        .query(DeterminationStore::draft)
        .list();
  }

  /// How many determinations stand, and how many of them are from databases only.
  public Count count() {
    return jdbc.sql(
            """
            select count(*), count(*) filter (where database_only) from determination
            where returned_at is null and (second_by is not null or not second_needed)
            """)
        .query((row, _) -> new Count(row.getInt(1), row.getInt(2)))
        .single();
  }

  /// Determinations that stand; `databaseOnly` of them rest on no source document.
  public record Count(int all, int databaseOnly) {}

  /// Matches so far.
  /// - **Shape** `matches` bookings of which the second repository may know the person; `answered`
  ///   of them told what people decided; `oldest` waiting one's booking, empty where none waits
  public record Matches(int matches, int answered, Optional<Instant> oldest) {
    /// Those that wait.
    public int waiting() {
      return matches - answered;
    }
  }

  /// Matches and how many of them are answered.
  Matches matches() {
    return jdbc.sql(
            """
            select count(*), count(*) filter (where answered),
              min(made_at) filter (where not answered)
            from answered_match
            """)
        .query((row, _) ->
            new Matches(
                row.getInt(1),
                row.getInt(2),
                Optional.ofNullable(row.getTimestamp(3)).map(Timestamp::toInstant)))
        .single();
  }

  /// Determinations of one kind that stand.
  /// - **Shape** `databaseOnly` of them rest on no source document; `two` bear two signatures
  public record Standing(String key, int count, int databaseOnly, int two) {}

  /// Determinations that stand, by kind, most first.
  List<Standing> standing() {
    return jdbc.sql(
            """
            select outcome, count(*), count(*) filter (where database_only), count(second_by)
            from determination
            where returned_at is null and (second_by is not null or not second_needed)
            group by outcome order by count(*) desc, outcome
            """)
        .query(
            (row, _) -> new Standing(row.getString(1), row.getInt(2), row.getInt(3), row.getInt(4)))
        .list();
  }

  /// Determinations that the second person returned without signing.
  int returned() {
    return jdbc.sql("select count(*) from determination where returned_at is not null")
        .query(Integer.class)
        .single();
  }

  /// What was signed, whole.
  Determination signed(Draft draft) {
    DeterminationKind kind =
        kinds
            .of(draft.kind())
            .orElseThrow(() ->
                new IllegalStateException(
                    "determination \"" + draft.kind() + "\" is not configured any more"));
    return new Determination(
        draft.determinationId(),
        draft.caseId(),
        kind,
        draft.basis(),
        new SignatureBlock(draft.first(), draft.second()));
  }

  /// Whether a determination is what was signed first, to the letter.
  boolean isAsSigned(Draft draft) {
    return book.isAsKept(SIGNED, draft.determinationId());
  }

  /// Whether a determination and its second signature are what was signed; a purge may have taken
  /// the narrative.
  private boolean isAnswerable(Draft draft) {
    return book.isLeftAsKept(SIGNED, draft.determinationId())
        && (draft.second().isEmpty() || book.isLeftAsKept(SECOND, draft.determinationId()));
  }

  /// What was signed, to be told, held until the caller's transaction ends.
  /// - **Error** it is not what the ledger holds, or of another case: IllegalStateException
  Determination answerable(UUID determinationId, UUID caseId) {
    return held(determinationId)
        .filter(draft -> draft.caseId().equals(caseId) && isAnswerable(draft))
        .map(this::signed)
        .orElseThrow(() ->
            new IllegalStateException(
                "determination "
                    + determinationId
                    + " is not what was signed in case "
                    + caseId
                    + ": nothing is sent (./ridgeline audit verify)"));
  }

  /// A determination whose row nobody else can change until the transaction ends.
  Optional<Draft> held(UUID determinationId) {
    return jdbc.sql("select * from determination where determination_id = ? for update")
        .param(determinationId)
        .query(DeterminationStore::draft)
        .optional();
  }

  /// An answer on its way out; without a determination it says that nobody was found.
  record Outbound(
      UUID outboundId, UUID caseId, String control, Optional<UUID> determinationId, int attempts) {
    static Outbound of(Case one, Case.Booking booking, Optional<UUID> determinationId) {
      return new Outbound(UUID.randomUUID(), one.caseId(), booking.control(), determinationId, 0);
    }
  }

  /// Whether an answer to a booking is out or on its way.
  boolean isAnswered(String control) {
    return jdbc.sql("select exists (select 1 from outbound_answer where control = ?)")
        .param(control)
        .query(Boolean.class)
        .single();
  }

  /// Whether an answer to a booking is still on its way.
  boolean isWaiting(String control) {
    return jdbc.sql(
            """
            select exists (select 1 from outbound_answer where control = ? and sent_at is null)
            """)
        .param(control)
        .query(Boolean.class)
        .single();
  }

  /// Whether the answer that nobody was found is out or on its way.
  boolean isNoMatch(String control) {
    return jdbc.sql(
            """
            select exists (
              select 1 from outbound_answer where control = ? and determination_id is null)
            """)
        .param(control)
        .query(Boolean.class)
        .single();
  }

  /// Takes back the answers of a case that are not out yet.
  void takeBack(UUID caseId) {
    jdbc.sql("delete from outbound_answer where case_id = ? and sent_at is null")
        .param(caseId)
        .update();
  }

  void queue(Outbound answer, Instant due) {
    jdbc.sql(
            """
            insert into outbound_answer (outbound_id, case_id, control, determination_id, due_at)
            values (?, ?, ?, ?, ?) on conflict do nothing
            """)
        .params(
            answer.outboundId(),
            answer.caseId(),
            answer.control(),
            answer.determinationId().orElse(null),
            Timestamp.from(due))
        .update();
  }

  /// Answers to be sent now. While a stop holds their case, those that say more than that nobody
  /// was found wait.
  List<Outbound> due(Instant now, int count) {
    return jdbc.sql(
            """
            select outbound_id, case_id, control, determination_id, attempts
            from waiting_answer
            where due_at <= ? and (not stopped or determination_id is null)
            order by due_at limit ?
            """)
        .params(Timestamp.from(now), count)
        .query((row, _) ->
            new Outbound(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                Optional.ofNullable(row.getObject(4, UUID.class)),
                row.getInt(5)))
        .list();
  }

  /// Notes that an answer is out; false where it was noted before.
  boolean sent(UUID outboundId, Instant at) {
    return jdbc.sql(
                "update outbound_answer set sent_at = ? where outbound_id = ? and sent_at is null")
            .params(Timestamp.from(at), outboundId)
            .update()
        == 1;
  }

  void failed(UUID outboundId, String error, Duration wait) {
    jdbc.sql(
            """
            update outbound_answer set attempts = attempts + 1, last_error = ?,
              due_at = now() + ? * interval '1 millisecond' where outbound_id = ?
            """)
        .params(error, wait.toMillis(), outboundId)
        .update();
  }

  private static Draft draft(ResultSet row, int number) throws SQLException {
    return new Draft(
        row.getObject("determination_id", UUID.class),
        row.getObject("case_id", UUID.class),
        row.getString("outcome"),
        new Basis(
            Optional.ofNullable(row.getObject("primary_document", UUID.class)),
            row.getString("narrative"),
            row.getBoolean("second_needed")),
        signature(row, "signed_by", "signed_at", "dossier").orElseThrow(),
        signature(row, "second_by", "second_at", "second_dossier"),
        Optional.ofNullable(row.getTimestamp("returned_at")).map(Timestamp::toInstant));
  }

  private static Optional<Signature> signature(ResultSet row, String by, String at, String dossier)
      throws SQLException {
    String name = row.getString(by);
    return name == null
        ? Optional.empty()
        : Optional.of(
            new Signature(
                name,
                row.getTimestamp(at).toInstant(),
                Optional.ofNullable(row.getString(dossier))));
  }
}
