package org.ridgeline.casework.determination;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Whether every match gets a person's answer, and what the answers were: counts, nobody's record.
public final class AnswerCounts {
  private final JdbcClient jdbc;

  public AnswerCounts(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

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
  public Matches matches() {
    return jdbc.sql(
            """
            select count(*), count(*) filter (where a.control is not null),
              min(l.made_at) filter (where a.control is null)
            from case_lead l left join (
              select distinct control from outbound_answer where sent_at is not null) a
              using (control)
            """)
        .query((row, _) ->
            new Matches(
                row.getInt(1),
                row.getInt(2),
                Optional.ofNullable(row.getTimestamp(3)).map(Timestamp::toInstant)))
        .single();
  }

  /// What examiners came to, and how many cases they settled in time.
  /// - **Shape** `late` settled after the limit, or not settled though it has passed
  public record Verified(int identified, int excluded, int inconclusive, int late) {}

  /// Cases by what examiners first came to.
  public Verified verified(Duration within, Instant now) {
    return jdbc.sql(
            """
            select count(*) filter (where s.step = 'SETTLE_IDENTIFIED'),
              count(*) filter (where s.step = 'SETTLE_EXCLUDED'),
              count(*) filter (where s.step = 'SETTLE_INCONCLUSIVE'),
              count(*) filter (where coalesce(s.at, :now)
                > c.opened_at + :seconds * interval '1 second')
            from case_file c left join lateral (
              select e.step, e.at from case_event e
              where e.case_id = c.case_id and starts_with(e.step, 'SETTLE_')
              order by e.event_id limit 1) s on true
            """)
        .param("now", Timestamp.from(now))
        .param("seconds", within.toSeconds())
        .query((row, _) -> new Verified(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)))
        .single();
  }

  /// Determinations of one kind that stand.
  /// - **Shape** `databaseOnly` of them rest on no source document; `two` bear two signatures
  public record Kind(String key, int count, int databaseOnly, int two) {}

  /// Determinations that stand, by kind, most first.
  public List<Kind> kinds() {
    return jdbc.sql(
            """
            select outcome, count(*), count(*) filter (where database_only), count(second_by)
            from determination
            where returned_at is null and (second_by is not null or not second_needed)
            group by outcome order by count(*) desc, outcome
            """)
        .query((row, _) -> new Kind(row.getString(1), row.getInt(2), row.getInt(3), row.getInt(4)))
        .list();
  }

  /// Determinations that the second person returned without signing.
  public int returned() {
    return count("select count(*) from determination where returned_at is not null");
  }

  /// Protected-person stops so far.
  public int stops() {
    return count("select count(*) from protected_stop");
  }

  private int count(String sql) {
    return jdbc.sql(sql).query(Integer.class).single();
  }
}
