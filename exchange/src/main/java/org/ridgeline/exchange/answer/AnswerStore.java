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
import org.ridgeline.exchange.Trail;
import org.ridgeline.exchange.agency.Agency;
import org.ridgeline.exchange.agency.Channel;
import org.ridgeline.ledger.Action.Known;
import org.ridgeline.ledger.Disclosure;
import org.ridgeline.ledger.RecipientKind;
import org.ridgeline.ledger.RecordBook;
import org.ridgeline.ledger.RecordKind;
import org.ridgeline.ledger.Subject;
import org.ridgeline.vocabulary.Sha256;
import org.ridgeline.vocabulary.event.Event;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The SQL of answers and of their delivery.
public final class AnswerStore {
  private static final RecordKind MADE =
      RecordKind.of("exchange.answer", "answer", "answer_id")
          .ownedBy(Subject.Kind.SUBMISSION, "control")
          .lasting("control", "source", "tot", "srf", "outcome", "created_at")
          .content("person_id", "identifiers", "sha256(bytes) as bytes");

  /// What the ledger holds digests of.
  public static final List<RecordKind> RECORDS = List.of(MADE);

  static final String COLUMNS =
      """
      a.answer_id, a.control, a.source, a.tot, a.srf, a.outcome, a.person_id,
      a.identifiers, a.bytes, a.created_at
      """;

  private final JdbcClient jdbc;
  private final Trail trail;
  private final RecordBook book;

  public AnswerStore(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
    trail = new Trail(dataSource);
    book = new RecordBook(dataSource);
  }

  /// Keeps an answer and, where `to` may receive it, its delivery. An answer of that source that is
  /// already there stands, and so does one of the same id. Whether it was added.
  ///
  /// It goes out as the agency is answered now; `channel`, as when its booking came in, counts
  /// where the agency fetches and sent by a folder.
  public boolean add(Answer answer, Optional<Agency> to, Channel channel) {
    return trail.together(() -> {
      if (!keep(answer)) {
        return false;
      }
      if (to.isPresent()) {
        jdbc.sql(
                """
                insert into delivery (answer_id, agency_ori, channel)
                select ?, ori, case when channel = 'FETCH' and ? = 'FOLDER' then 'FOLDER'
                  else channel end
                from receiver where ori = ?
                """)
            .params(answer.answerId(), channel.name(), to.get().ori().value())
            .update();
      }
      book.keep(MADE, answer.answerId());
      trail.step(Known.ANSWER_MAKE, Trail.submission(answer.control()), detail(answer));
      trail.fact(
          new Event.AnswerMade(
              answer.answerId(), answer.control(), answer.source().key(), answer.outcome().name()),
          answer.createdAt());
      return true;
    });
  }

  private static Map<String, String> detail(Answer answer) {
    Map<String, String> detail = new TreeMap<>();
    detail.put("answer", Subject.Kind.ANSWER.text(answer.answerId()));
    detail.put("tot", answer.tot());
    detail.put("source", answer.source().key());
    detail.put("outcome", answer.outcome().name());
    detail.put("sha256", sha256(answer));
    answer.personId().ifPresent(id -> detail.put("person", Subject.Kind.PERSON.text(id)));
    return detail;
  }

  private static String sha256(Answer answer) {
    return Sha256.hex(answer.bytes());
  }

  private boolean keep(Answer answer) {
    return jdbc.sql(
                """
                insert into answer (answer_id, control, source, tot, srf, outcome, person_id,
                  identifiers, bytes, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """)
            .params(
                answer.answerId(),
                answer.control(),
                answer.source().key(),
                answer.tot(),
                answer.srf().orElse(null),
                answer.outcome().name(),
                answer.personId().orElse(null),
                pairs(answer.identifiers()),
                answer.bytes(),
                Timestamp.from(answer.createdAt()))
            .update()
        == 1;
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
                + " and not d.is_copy order by a.created_at, a.source")
        .param(control)
        .query(AnswerStore::answer)
        .list();
  }

  /// Deliveries that are due, the agencies in turn, each one's oldest first, so many of each; a
  /// disabled agency's wait until it is enabled.
  public List<Delivery> deliveryWork(int count) {
    return jdbc.sql(
            """
            select answer_id, agency_ori, channel, attempts, last_error, delivered_at,
              acknowledged_at
            from (
              select d.*, row_number() over (partition by agency_ori order by due_at) as turn
              from delivery d join receiver r on r.ori = d.agency_ori
              where acknowledged_at is null and d.channel <> 'FETCH' and due_at <= now()
                and r.disabled_at is null
                and not exists (
                  select from answer a where a.answer_id = d.answer_id and a.purged_at is not null)
                and (not d.is_copy or exists (
                  select from answer a join answered_booking b using (control)
                    join copy_receiver c on c.agency_ori = b.agency_ori
                  where a.answer_id = d.answer_id and c.ori = d.agency_ori))
            ) due
            where turn <= ? order by turn, due_at
            """)
        .param(count)
        .query(AnswerStore::delivery)
        .list();
  }

  /// The deliveries of a submission's answers to whoever asked.
  public List<Delivery> deliveries(String control) {
    return jdbc.sql(
            """
            select d.answer_id, agency_ori, channel, attempts, last_error, delivered_at,
              acknowledged_at
            from delivery d join answer using (answer_id) where control = ? and not is_copy
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

  /// Notes that an agency's system has taken an answer, or its copy of one. The first time counts.
  public void acknowledged(UUID answerId, String agencyOri) {
    trail.together(() -> {
      List<Delivery> before =
          locked(
              "a.purged_at is null and d.answer_id = ? and d.agency_ori = ?", answerId, agencyOri);
      noteAcknowledged(answerId, agencyOri);
      for (Delivery delivery : before) {
        if (delivery.deliveredAt().isEmpty()) {
          told(delivery);
        }
        if (delivery.acknowledgedAt().isEmpty()) {
          taken(delivery);
        }
      }
    });
  }

  /// The agency's system says that it has an answer.
  private void taken(Delivery delivery) {
    String control = byId(delivery.answerId()).orElseThrow().control();
    trail.caller(
        delivery.agencyOri(),
        "BOOKING_AGENCY",
        Known.ANSWER_ACKNOWLEDGE,
        Trail.submission(control),
        Map.of("answer", Subject.Kind.ANSWER.text(delivery.answerId())));
    trail.fact(new Event.AnswerAcknowledged(delivery.answerId(), control, delivery.agencyOri()));
  }

  /// Deliveries as they are, held until the transaction ends.
  private List<Delivery> locked(String where, Object... values) {
    return jdbc.sql(
            """
            select d.answer_id, agency_ori, channel, attempts, last_error, delivered_at,
              acknowledged_at
            from delivery d join answer a using (answer_id) where\
            """
                + " "
                + where
                + " order by d.answer_id for update of d")
        .params(values)
        .query(AnswerStore::delivery)
        .list();
  }

  /// An answer has reached its agency: a correction must find its way there, too.
  private void told(Delivery delivery) {
    Answer answer = byId(delivery.answerId()).orElseThrow();
    Map<String, String> about = new TreeMap<>();
    about.put("answer", Subject.Kind.ANSWER.text(answer.answerId()));
    answer.personId().ifPresent(id -> about.put("person", Subject.Kind.PERSON.text(id)));
    trail.told(
        answer.control(),
        Disclosure.to(
            RecipientKind.AGENCY,
            delivery.agencyOri(),
            "answer." + answer.tot(),
            sha256(answer),
            about));
    trail.fact(
        new Event.AnswerDelivered(answer.answerId(), answer.control(), delivery.agencyOri()));
  }

  private void noteAcknowledged(UUID answerId, String agencyOri) {
    jdbc.sql(
            """
            update delivery set delivered_at = coalesce(delivered_at, now()), last_error = null,
              acknowledged_at = coalesce(acknowledged_at, now())
            where answer_id = ? and agency_ori = ?
            """)
        .params(answerId, agencyOri)
        .update();
  }

  /// Notes that answers were fetched by whoever asked; acknowledging them is the agency's own step.
  public void fetched(String control) {
    fetched("not d.is_copy and a.control = ?", control);
  }

  /// Notes that deliveries were fetched, each of which has told somebody something.
  void fetched(String which, Object... values) {
    trail.together(() -> {
      List<Delivery> before =
          locked("a.purged_at is null and d.delivered_at is null and " + which, values);
      for (Delivery one : before) {
        jdbc.sql("update delivery set delivered_at = now() where answer_id = ? and agency_ori = ?")
            .params(one.answerId(), one.agencyOri())
            .update();
      }
      before.forEach(this::told);
    });
  }

  /// Notes a failed delivery and when to try again.
  public void failed(Delivery delivery, String error, Duration wait) {
    jdbc.sql(
            """
            update delivery set attempts = attempts + 1, last_error = ?,
              due_at = now() + ? * interval '1 millisecond'
            where answer_id = ? and agency_ori = ?
            """)
        .params(error, wait.toMillis(), delivery.answerId(), delivery.agencyOri())
        .update();
  }

  static Answer answer(ResultSet row, int number) throws SQLException {
    return new Answer(
        row.getObject(1, UUID.class),
        row.getString(2),
        new Answer.Says(
            AnswerSource.ofKey(row.getString(3)),
            row.getString(4),
            Optional.ofNullable(row.getString(5)),
            Outcome.valueOf(row.getString(6))),
        new Answer.About(
            Optional.ofNullable(row.getObject(7, UUID.class)),
            map((String[]) row.getArray(8).getArray())),
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
