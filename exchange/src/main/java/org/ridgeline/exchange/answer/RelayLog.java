package org.ridgeline.exchange.answer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.ridgeline.exchange.agency.Channel;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The SQL of what passes through a state: its agencies' answers and how far they have come, and
/// what came back. Nothing of cases, leads or scores.
public final class RelayLog {
  private final JdbcClient jdbc;

  public RelayLog(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /// One answer on its way.
  /// - **Shape** `asked`: the type of transaction that it answers, empty where that is not known
  public record Line(
      String control,
      String tcn,
      String asked,
      AnswerSource source,
      String tot,
      Outcome outcome,
      Instant madeAt,
      Relay relay) {}

  /// How far an answer's way to its agency is.
  /// - **Shape** `channel` empty where it is not sent on to the agency; `error` of the last try
  public record Relay(
      Receiver receiver,
      Optional<Channel> channel,
      int attempts,
      Optional<String> error,
      Optional<Instant> deliveredAt,
      Optional<Instant> acknowledgedAt) {
    public String ori() {
      return receiver.ori();
    }

    public String agency() {
      return receiver.agency();
    }

    public boolean capable() {
      return receiver.capable();
    }

    /// Whether it is sent on to the agency.
    public boolean relayed() {
      return channel.isPresent();
    }

    /// Whether tries failed and none has succeeded since.
    public boolean isFailing() {
      return relayed() && error.isPresent() && acknowledgedAt.isEmpty();
    }
  }

  /// The agency an answer is for.
  /// - **Shape** `capable`: it can receive second answers
  public record Receiver(String ori, String agency, boolean capable) {}

  /// A submission that was refused, with one of its findings.
  public record Return(
      String control, String tcn, String ori, String agency, Instant at, Cause cause) {
    public String code() {
      return cause.code();
    }

    public String field() {
      return cause.field();
    }

    public String expected() {
      return cause.expected();
    }

    public String found() {
      return cause.found();
    }
  }

  /// What a finding says.
  public record Cause(String code, String field, String expected, String found) {}

  /// The newest answers to a state's agencies.
  public List<Line> newest(String state, int count) {
    return lines(state, "", count);
  }

  /// The answers that could not be delivered so far.
  public List<Line> failing(String state, int count) {
    return lines(state, " and d.last_error is not null and d.acknowledged_at is null", count);
  }

  private List<Line> lines(String state, String and, int count) {
    return jdbc.sql(
            """
            select s.control, coalesce(s.tcn, ''), a.source, a.tot, a.outcome, a.created_at,
              g.ori, g.name, g.second_answer, d.channel,
              coalesce(d.attempts, 0), d.last_error, d.delivered_at, d.acknowledged_at,
              coalesce(s.tot, '')
            from answer a join answered_booking s using (control)
              join receiver g on g.ori = s.agency_ori
              left join delivery d on d.answer_id = a.answer_id and not d.is_copy
            where g.state = ?\
            """
                + and
                + " order by a.created_at desc, a.answer_id limit ?")
        .params(state, count)
        .query(RelayLog::line)
        .list();
  }

  /// The findings of submissions that were refused since a moment, newest first.
  public List<Return> returns(String state, Instant since, int count) {
    return jdbc.sql(
            """
            select s.control, coalesce(s.tcn, ''), g.ori, g.name, s.received_at, f.code, f.field,
              f.expected, f.found
            from answered_booking s join receiver g on g.ori = s.agency_ori
              join return_cause f using (control)
            where g.state = ? and s.state = 'REFUSED' and s.received_at >= ?
            order by s.received_at desc, s.control, f.number limit ?
            """)
        .params(state, Timestamp.from(since), count)
        .query((row, _) ->
            new Return(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getTimestamp(5).toInstant(),
                new Cause(row.getString(6), row.getString(7), row.getString(8), row.getString(9))))
        .list();
  }

  private static Line line(ResultSet row, int number) throws SQLException {
    return new Line(
        row.getString(1),
        row.getString(2),
        row.getString(15),
        AnswerSource.ofKey(row.getString(3)),
        row.getString(4),
        Outcome.valueOf(row.getString(5)),
        row.getTimestamp(6).toInstant(),
        new Relay(
            new Receiver(row.getString(7), row.getString(8), row.getBoolean(9)),
            Optional.ofNullable(row.getString(10)).map(Channel::valueOf),
            row.getInt(11),
            Optional.ofNullable(row.getString(12)),
            Optional.ofNullable(row.getTimestamp(13)).map(Timestamp::toInstant),
            Optional.ofNullable(row.getTimestamp(14)).map(Timestamp::toInstant)));
  }
}
