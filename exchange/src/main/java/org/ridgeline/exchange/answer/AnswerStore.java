package org.ridgeline.exchange.answer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.ridgeline.exchange.agency.Agency;
import org.ridgeline.exchange.agency.Channel;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The SQL of answers and of their delivery.
public final class AnswerStore {
  private static final String COLUMNS =
      """
      a.answer_id, a.control, a.source, a.tot, a.srf, a.outcome, a.person_id,
      a.identifiers, a.bytes, a.created_at
      """;

  private final JdbcClient jdbc;

  public AnswerStore(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /// Keeps an answer and, where `to` may receive it, its delivery. An answer of that source that is
  /// already there stands, and so does one of the same id. Whether it was added.
  public boolean add(Answer answer, Optional<Agency> to, Channel channel) {
    int added =
        jdbc.sql(
                """
                insert into answer (answer_id, control, source, tot, srf, outcome, person_id,
                  identifiers, bytes, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """)
            .params(
                answer.answerId(),
                answer.control(),
                answer.source(),
                answer.tot(),
                answer.srf().orElse(null),
                answer.outcome().name(),
                answer.personId().orElse(null),
                pairs(answer.identifiers()),
                answer.bytes(),
                Timestamp.from(answer.createdAt()))
            .update();
    if (added == 1 && to.isPresent()) {
      jdbc.sql("insert into delivery (answer_id, agency_ori, channel) values (?, ?, ?)")
          .params(answer.answerId(), to.get().ori().value(), channel.name())
          .update();
    }
    return added == 1;
  }

  /// All answers to a submission, first made first.
  public List<Answer> of(String control) {
    return jdbc.sql(
            "select " + COLUMNS + " from answer a where control = ? order by created_at, source")
        .param(control)
        .query(AnswerStore::answer)
        .list();
  }

  /// The answers to a submission that its agency may see: those with a delivery.
  public List<Answer> deliverable(String control) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + " from answer a join delivery d using (answer_id) where a.control = ?"
                + " order by a.created_at, a.source")
        .param(control)
        .query(AnswerStore::answer)
        .list();
  }

  /// Deliveries that are due, oldest first.
  public List<Delivery> deliveryWork(int count) {
    return jdbc.sql(
            """
            select answer_id, agency_ori, channel, attempts, last_error, delivered_at,
              acknowledged_at
            from delivery
            where acknowledged_at is null and channel <> 'FETCH' and due_at <= now()
            order by due_at limit ?
            """)
        .param(count)
        .query(AnswerStore::delivery)
        .list();
  }

  /// The deliveries of a submission's answers.
  public List<Delivery> deliveries(String control) {
    return jdbc.sql(
            """
            select d.answer_id, agency_ori, channel, attempts, last_error, delivered_at,
              acknowledged_at
            from delivery d join answer using (answer_id) where control = ?
            """)
        .param(control)
        .query(AnswerStore::delivery)
        .list();
  }

  /// One answer.
  public Optional<Answer> byId(UUID answerId) {
    return jdbc.sql("select " + COLUMNS + " from answer a where answer_id = ?")
        .param(answerId)
        .query(AnswerStore::answer)
        .optional();
  }

  /// Notes that the agency's system has taken an answer. The first time counts.
  public void acknowledged(UUID answerId) {
    jdbc.sql(
            """
            update delivery set delivered_at = coalesce(delivered_at, now()), last_error = null,
              acknowledged_at = coalesce(acknowledged_at, now()) where answer_id = ?
            """)
        .param(answerId)
        .update();
  }

  /// Notes that answers were fetched; acknowledging them is the agency's own step.
  public void fetched(String control) {
    jdbc.sql(
            """
            update delivery set delivered_at = now() where delivered_at is null
              and answer_id in (select answer_id from answer where control = ?)
            """)
        .param(control)
        .update();
  }

  /// Notes a failed delivery and when to try again.
  public void failed(UUID answerId, String error, Duration wait) {
    jdbc.sql(
            """
            update delivery set attempts = attempts + 1, last_error = ?,
              due_at = now() + ? * interval '1 millisecond' where answer_id = ?
            """)
        .params(error, wait.toMillis(), answerId)
        .update();
  }

  private static Answer answer(ResultSet row, int number) throws SQLException {
    return new Answer(
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        Optional.ofNullable(row.getString(5)),
        Outcome.valueOf(row.getString(6)),
        Optional.ofNullable(row.getObject(7, UUID.class)),
        map((String[]) row.getArray(8).getArray()),
        row.getBytes(9),
        row.getTimestamp(10).toInstant());
  }

  private static String[] pairs(Map<String, String> identifiers) {
    return identifiers.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .flatMap(id -> Stream.of(id.getKey(), id.getValue()))
        .toArray(String[]::new);
  }

  private static Map<String, String> map(String[] pairs) {
    Map<String, String> identifiers = new TreeMap<>();
    for (int i = 0; i + 1 < pairs.length; i += 2) {
      identifiers.put(pairs[i], pairs[i + 1]);
    }
    return identifiers;
  }

  private static Delivery delivery(ResultSet row, int number) throws SQLException {
    return new Delivery(
        row.getObject(1, UUID.class),
        row.getString(2),
        Channel.valueOf(row.getString(3)),
        row.getInt(4),
        Optional.ofNullable(row.getString(5)),
        Optional.ofNullable(row.getTimestamp(6)).map(Timestamp::toInstant),
        Optional.ofNullable(row.getTimestamp(7)).map(Timestamp::toInstant));
  }

  /// How far an answer's way to its agency is.
  public record Delivery(
      UUID answerId,
      String agencyOri,
      Channel channel,
      int attempts,
      Optional<String> lastError,
      Optional<Instant> deliveredAt,
      Optional<Instant> acknowledgedAt) {}
}
