package org.ridgeline.exchange.answer;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.ridgeline.ledger.Tally;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The SQL that takes out of answers whom they name and what they say; that there was an answer, by
/// whom, when, with which outcome, and how it was delivered stays.
public final class AnswerPurge {
  /// Nobody is to get it any more: its agency has acknowledged it, or it stays with the bureau.
  private static final String TAKEN =
      """
       not exists (select 1 from delivery d where d.answer_id = a.answer_id
           and not d.is_copy and d.acknowledged_at is null)
      """;

  private final JdbcClient jdbc;

  public AnswerPurge(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /// What went, and how many answers their receivers have not got yet.
  public record Taken(Tally removed, int waiting) {}

  /// Takes out the answers to a submission that their receivers have, and those made before
  /// `tooLate` whoever has them.
  public Taken purge(String control, Instant tooLate, Instant now) {
    Tally removed =
        purge(
            "a.control = ? and (a.created_at < ? or " + TAKEN + ")",
            now,
            control,
            Timestamp.from(tooLate));
    int waiting =
        jdbc.sql("select count(*) from answer where control = ? and purged_at is null")
            .param(control)
            .query(Integer.class)
            .single();
    return new Taken(removed, waiting);
  }

  private Tally purge(String where, Instant now, Object... params) {
    List<UUID> which =
        jdbc.sql("select a.answer_id from answer a where a.purged_at is null and " + where)
            .params(params)
            .query(UUID.class)
            .list();
    if (which.isEmpty()) {
      return Tally.NONE;
    }
    UUID[] ids = which.toArray(UUID[]::new);
    long bytes =
        jdbc.sql("select sum(length(bytes)) from answer where answer_id = any(?)")
            .param(ids)
            .query(Long.class)
            .single();
    jdbc.sql("update delivery set last_error = null where answer_id = any(?)").param(ids).update();
    jdbc.sql(
            """
            update answer set bytes = '', identifiers = '{}', person_id = null, purged_at = ?
            where answer_id = any(?)
            """)
        .params(Timestamp.from(now), ids)
        .update();
    return Tally.of("answers", ids.length).plus("answers-bytes", bytes);
  }

  /// Answers that their receivers have had since before, of submissions that no hold keeps.
  private static final String EXPIRED =
      TAKEN
          + """
             and a.created_at < ? and not exists (select 1 from delivery d
               where d.answer_id = a.answer_id and d.acknowledged_at >= ?)
          """;

  private static final String HELD = " a.control in (select control from held_answer)";

  /// How many answers a rule would take, how many a hold keeps, and the oldest.
  public Count count(Instant before) {
    Timestamp at = Timestamp.from(before);
    return jdbc.sql(
            "select count(*) filter (where not"
                + HELD
                + "), count(*) filter (where"
                + HELD
                + "), min(a.created_at) from answer a where a.purged_at is null and "
                + EXPIRED)
        .params(at, at)
        .query((row, _) ->
            new Count(
                row.getLong(1),
                row.getLong(2),
                Optional.ofNullable(row.getTimestamp(3)).map(Timestamp::toInstant)))
        .single();
  }

  /// - **Shape** `held` those that a hold keeps; `oldest` of both
  public record Count(long due, long held, Optional<Instant> oldest) {}

  /// Submissions with answers that a rule takes, the oldest first.
  public List<String> expired(Instant before, int count) {
    Timestamp at = Timestamp.from(before);
    return jdbc.sql(
            "select a.control from answer a where a.purged_at is null and not"
                + HELD
                + " and "
                + EXPIRED
                + " group by a.control order by min(a.created_at), a.control limit ?")
        .params(at, at, count)
        .query(String.class)
        .list();
  }

  /// Takes out those answers of one submission.
  public Tally purgeExpired(String control, Instant before, Instant now) {
    Timestamp at = Timestamp.from(before);
    return purge("a.control = ? and " + EXPIRED, now, control, at, at);
  }
}
