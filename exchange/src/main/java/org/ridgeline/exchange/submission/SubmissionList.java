package org.ridgeline.exchange.submission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The SQL of submissions as a list to look over: each with its agency and both decisions.
public final class SubmissionList {
  private final JdbcClient jdbc;

  public SubmissionList(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /// The newest submissions: all, or those in one state, with one control number or TCN.
  public List<Line> newest(Optional<SubmissionState> state, Optional<String> sought, int count) {
    return jdbc.sql(
            """
            select s.control, s.ori, s.tcn, s.tot, s.agency_ori, s.channel, s.sha256, s.state,
              s.received_at, s.extracted_at, s.closed_at, a.name, c.decision, second.decision,
              second.repository = 'civil'
            from submission s
            left join submitter a on a.ori = s.agency_ori
            left join search c on c.control = s.control and c.repository = 'criminal'
            left join search second on second.control = s.control
              and second.repository in ('immigration', 'civil')
            where (:state::text is null or s.state = :state)
              and (:sought::text is null or s.control = :sought or s.tcn = :sought)
            order by s.received_at desc, s.control desc limit :count
            """)
        .param("state", state.map(Enum::name).orElse(null))
        .param("sought", sought.orElse(null))
        .param("count", count)
        .query(SubmissionList::line)
        .list();
  }

  /// How many submissions are in each state: all, or those with one control number or TCN.
  public Map<SubmissionState, Integer> counts(Optional<String> sought) {
    Map<SubmissionState, Integer> counts = new EnumMap<>(SubmissionState.class);
    jdbc.sql(
            """
            select state, count(*) from submission
            where :sought::text is null or control = :sought or tcn = :sought
            group by state
            """)
        .param("sought", sought.orElse(null))
        .query((row, _) -> counts.put(SubmissionState.valueOf(row.getString(1)), row.getInt(2)))
        .list();
    return counts;
  }

  private static Line line(ResultSet row, int number) throws SQLException {
    return new Line(
        SubmissionStore.submission(row, number),
        Optional.ofNullable(row.getString(12)),
        Optional.ofNullable(row.getString(13)).map(SearchDecision::valueOf),
        Optional.ofNullable(row.getString(14)).map(SearchDecision::valueOf),
        row.getBoolean(15));
  }

  /// One line of the list.
  /// - **Shape** `agency`: its name; `second`: of the immigration repository, or, where `isCivil`,
  ///   of the applicants'; a decision is empty until the scores have been judged, and for a
  ///   submission that is not searched
  public record Line(
      Submission submission,
      Optional<String> agency,
      Optional<SearchDecision> criminal,
      Optional<SearchDecision> second,
      boolean isCivil) {}
}
