package org.ridgeline.exchange.answer;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.ridgeline.exchange.submission.SubmissionState;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The SQL of an agency's own submissions, with what it was answered and nothing else: neither
/// scores nor leads nor what searches came to.
public final class AgencyBookings {
  private final JdbcClient jdbc;

  public AgencyBookings(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /// One submission.
  /// - **Shape** `poorFingers` that should be printed again
  public record Line(
      String control,
      String tcn,
      String tot,
      SubmissionState state,
      Instant receivedAt,
      Optional<Instant> closedAt,
      Told told,
      int poorFingers) {}

  /// The outcomes of the answers sent to the agency, empty while, or where, there is none for it.
  public record Told(Optional<Outcome> first, Optional<Outcome> second) {}

  /// An agency's newest submissions, or those with one control number or TCN.
  public List<Line> newest(String ori, Optional<String> sought, int count) {
    return jdbc.sql(
            """
            select s.control, coalesce(s.tcn, ''), coalesce(s.tot, ''), s.state, s.received_at,
              s.closed_at,
              (select a.outcome from answer a join delivery d using (answer_id)
               where a.control = s.control and not d.is_copy
                 and (a.source in ('criminal', 'exchange') or a.source = 'civil' and not exists (
                   select from answer c where c.control = s.control and c.source = 'criminal'))
               order by a.created_at desc limit 1),
              (select a.outcome from answer a join delivery d using (answer_id)
               where a.control = s.control and not d.is_copy
                 and (a.source in ('immigration', 'determination')
                   or a.source = 'civil' and exists (
                   select from answer c where c.control = s.control and c.source = 'criminal'))
               order by a.created_at desc limit 1),
              (select count(*) from poor_finger p where p.control = s.control)
            from answered_booking s
            where s.agency_ori = :ori
              and (:sought::text is null or s.control = :sought or s.tcn = :sought)
            order by s.received_at desc, s.control desc limit :count
            """)
        .param("ori", ori)
        .param("sought", sought.orElse(null))
        .param("count", count)
        .query((row, _) ->
            new Line(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                SubmissionState.valueOf(row.getString(4)),
                row.getTimestamp(5).toInstant(),
                Optional.ofNullable(row.getTimestamp(6)).map(Timestamp::toInstant),
                new Told(
                    Optional.ofNullable(row.getString(7)).map(Outcome::valueOf),
                    Optional.ofNullable(row.getString(8)).map(Outcome::valueOf)),
                row.getInt(9)))
        .list();
  }

  /// How many submissions an agency has sent since a moment.
  public int since(String ori, Instant from) {
    return jdbc.sql(
            "select count(*) from answered_booking where agency_ori = ? and received_at >= ?")
        .params(ori, Timestamp.from(from))
        .query(Integer.class)
        .single();
  }

  /// Whether an agency was sent an answer of the second repository to a submission: only then it
  /// knows that there is more to it.
  public boolean isToldOfSecond(String ori, String control) {
    return jdbc.sql(
            """
            select exists (
              select 1 from answer a join delivery d using (answer_id)
              where a.control = ? and d.agency_ori = ? and not d.is_copy
                and a.source in ('immigration', 'determination'))
            """)
        .params(control, ori)
        .query(Boolean.class)
        .single();
  }
}
