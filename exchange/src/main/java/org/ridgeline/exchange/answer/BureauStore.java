package org.ridgeline.exchange.answer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The SQL of what state bureaus get, and whether they pass it on.
public final class BureauStore {
  private final JdbcClient jdbc;

  public BureauStore(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /// An answer as its bureau sees it.
  /// - **Shape** `forwarded`: it went on to the agency; `received` empty until the bureau has it
  public record BureauAnswer(
      UUID answerId,
      String control,
      String tcn,
      String agencyOri,
      Optional<String> srf,
      boolean forwarded,
      Instant sentAt,
      Optional<Instant> received) {}

  /// Whether a state passes second answers with a determination on.
  public boolean forwards(String state) {
    return jdbc.sql(
            "select coalesce((select forwards from state_forwarding where state = ?), false)")
        .param(state)
        .query(Boolean.class)
        .single();
  }

  /// Keeps that a bureau gets an answer.
  public void add(UUID answerId, String state, boolean forwarded, Instant now) {
    jdbc.sql(
            """
            insert into bureau_answer (answer_id, state, forwarded, sent_at) values (?, ?, ?, ?)
            on conflict (answer_id) do nothing
            """)
        .params(answerId, state, forwarded, Timestamp.from(now))
        .update();
  }

  /// Whether an answer was passed on; empty where no bureau got it.
  public Optional<Boolean> forwarded(UUID answerId) {
    return jdbc.sql("select forwarded from bureau_answer where answer_id = ?")
        .param(answerId)
        .query(Boolean.class)
        .optional();
  }

  /// A state's answers, newest first.
  public List<BureauAnswer> of(String state, int count) {
    return jdbc.sql(
            """
            select b.answer_id, a.control, coalesce(s.tcn, ''), coalesce(s.agency_ori, ''), a.srf,
              b.forwarded, b.sent_at, b.received_at
            from bureau_answer b join answer a using (answer_id)
              join answered_booking s using (control)
            where b.state = ? order by b.sent_at desc, b.answer_id limit ?
            """)
        .params(state, count)
        .query(BureauStore::row)
        .list();
  }

  /// The bytes of one of a state's answers, whose reading is its receipt.
  public Optional<byte[]> receive(String state, UUID answerId, String by) {
    int received =
        jdbc.sql(
                """
                update bureau_answer set received_at = coalesce(received_at, now()),
                  received_by = coalesce(received_by, ?)
                where answer_id = ? and state = ?
                """)
            .params(by, answerId, state)
            .update();
    return received == 0
        ? Optional.empty()
        : jdbc.sql("select bytes from answer where answer_id = ?")
            .param(answerId)
            .query(byte[].class)
            .optional();
  }

  private static BureauAnswer row(ResultSet row, int number) throws SQLException {
    return new BureauAnswer(
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        Optional.ofNullable(row.getString(5)),
        row.getBoolean(6),
        row.getTimestamp(7).toInstant(),
        Optional.ofNullable(row.getTimestamp(8)).map(Timestamp::toInstant));
  }
}
