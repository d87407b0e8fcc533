package org.ridgeline.casework.verification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.ridgeline.ledger.RecordBook;
import org.ridgeline.ledger.RecordKind;
import org.ridgeline.ledger.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The SQL of verdicts.
public final class VerdictStore {
  private static final RecordKind GIVEN =
      RecordKind.of(
              "casework.verdict",
              "comparison_verdict v join comparison_task t using (task_id)"
                  + " join comparison c using (comparison_id)",
              "v.verdict_id")
          .ownedBy(Subject.Kind.CASE, "c.case_id")
          .lasting("comparison_id", "t.examiner", "t.by_supervisor", "v.conclusion", "v.given_at")
          .content("v.note");

  /// What the ledger holds digests of.
  public static final List<RecordKind> RECORDS = List.of(GIVEN);

  private final JdbcClient jdbc;
  private final RecordBook book;

  public VerdictStore(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
    book = new RecordBook(dataSource);
  }

  void add(UUID verdictId, UUID taskId, Verdict.Given given, Instant now) {
    jdbc.sql(
            """
            insert into comparison_verdict (verdict_id, task_id, conclusion, note, active_ms,
              given_at) values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            verdictId,
            taskId,
            given.conclusion().name(),
            given.note(),
            given.activeMs(),
            Timestamp.from(now))
        .update();
    given.marks().forEach(mark -> add(verdictId, mark));
    given.lines().forEach(line -> add(verdictId, line));
    book.keep(GIVEN, verdictId);
  }

  private void add(UUID verdictId, Mark mark) {
    jdbc.sql(
            """
            insert into comparison_mark (verdict_id, fgp, number, kind, agrees, first_x, first_y,
              second_x, second_y) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            verdictId,
            mark.fgp(),
            mark.number(),
            mark.kind().name(),
            mark.agrees(),
            mark.first().x(),
            mark.first().y(),
            mark.second().x(),
            mark.second().y())
        .update();
  }

  private void add(UUID verdictId, RidgeLine line) {
    jdbc.sql(
            """
            insert into comparison_ridge_line (verdict_id, fgp, in_first, from_x, from_y, to_x,
              to_y, counted) values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            verdictId,
            line.fgp(),
            line.inFirst(),
            line.from().x(),
            line.from().y(),
            line.to().x(),
            line.to().y(),
            line.counted())
        .update();
  }

  /// The verdicts of a comparison that stand, examiners' first, each kind oldest first.
  List<Verdict> standing(UUID comparisonId) {
    return jdbc.sql(
            """
            select v.verdict_id, t.examiner, t.by_supervisor, v.conclusion, v.note, v.active_ms,
              v.given_at
            from comparison_verdict v join comparison_task t using (task_id)
            where t.comparison_id = ? and not exists (
              select 1 from comparison_set_aside s where s.verdict_id = v.verdict_id)
            order by t.by_supervisor, v.given_at
            """)
        .param(comparisonId)
        .query((row, _) -> verdict(row))
        .list();
  }

  private Verdict verdict(ResultSet row) throws SQLException {
    UUID verdictId = row.getObject("verdict_id", UUID.class);
    return new Verdict(
        verdictId,
        row.getString("examiner"),
        row.getBoolean("by_supervisor"),
        new Verdict.Given(
            Conclusion.valueOf(row.getString("conclusion")),
            row.getString("note"),
            marks(verdictId),
            lines(verdictId),
            row.getLong("active_ms")),
        row.getTimestamp("given_at").toInstant());
  }

  private List<Mark> marks(UUID verdictId) {
    return jdbc.sql("select * from comparison_mark where verdict_id = ? order by fgp, number")
        .param(verdictId)
        .query((row, _) ->
            new Mark(
                row.getInt("fgp"),
                row.getInt("number"),
                Mark.Kind.valueOf(row.getString("kind")),
                row.getBoolean("agrees"),
                new Mark.Spot(row.getDouble("first_x"), row.getDouble("first_y")),
                new Mark.Spot(row.getDouble("second_x"), row.getDouble("second_y"))))
        .list();
  }

  private List<RidgeLine> lines(UUID verdictId) {
    return jdbc.sql("select * from comparison_ridge_line where verdict_id = ? order by fgp")
        .param(verdictId)
        .query((row, _) ->
            new RidgeLine(
                row.getInt("fgp"),
                row.getBoolean("in_first"),
                new Mark.Spot(row.getDouble("from_x"), row.getDouble("from_y")),
                new Mark.Spot(row.getDouble("to_x"), row.getDouble("to_y")),
                row.getInt("counted")))
        .list();
  }

  /// Sets aside what an examiner said in comparisons that are not settled; gives those comparisons.
  List<UUID> setAside(String examiner, String why, Instant now) {
    return jdbc.sql(
            """
            with gone as (
              insert into comparison_set_aside (verdict_id, at, why)
              select v.verdict_id, ?, ? from comparison_verdict v
                join comparison_task t using (task_id) join comparison c using (comparison_id)
              where t.examiner = ? and c.state in ('OPEN', 'CONFLICT') and not exists (
                select 1 from comparison_task s where s.comparison_id = c.comparison_id
                  and s.by_supervisor and s.ended_at is null)
              on conflict do nothing returning verdict_id)
            select distinct t.comparison_id from gone join comparison_verdict v using (verdict_id)
              join comparison_task t using (task_id)
            """)
        .params(Timestamp.from(now), why, examiner)
        .query(UUID.class)
        .list();
  }

  /// Everybody's verdicts on planted pairs whose comparison is settled, oldest first.
  List<PlantedVerdict> planted() {
    return jdbc.sql(
            """
            select k.is_mate, v.conclusion, v.given_at
            from comparison_verdict v join comparison_task t using (task_id)
              join comparison c using (comparison_id) join known_pair k using (known_pair_id)
            where c.state = 'SETTLED' and not t.by_supervisor order by v.given_at
            """)
        .query(VerdictStore::plantedVerdict)
        .list();
  }

  private static PlantedVerdict plantedVerdict(ResultSet row, int number) throws SQLException {
    return new PlantedVerdict(
        row.getBoolean(1), Conclusion.valueOf(row.getString(2)), row.getTimestamp(3).toInstant());
  }

  /// Somebody's verdicts on planted pairs since a time, oldest first.
  /// - **Shape** `settledOnly` leaves out those whose comparison still goes on
  List<PlantedVerdict> planted(String examiner, Instant since, boolean settledOnly) {
    return jdbc.sql(
            """
            select k.is_mate, v.conclusion, v.given_at
            from comparison_verdict v join comparison_task t using (task_id)
              join comparison c using (comparison_id) join known_pair k using (known_pair_id)
            where t.examiner = ? and v.given_at > ? and (not ? or c.state = 'SETTLED')
            order by v.given_at
            """)
        .params(examiner, Timestamp.from(since), settledOnly)
        .query(VerdictStore::plantedVerdict)
        .list();
  }
}
