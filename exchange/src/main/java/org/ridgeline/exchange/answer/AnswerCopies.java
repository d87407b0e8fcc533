package org.ridgeline.exchange.answer;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.Trail;
import org.ridgeline.exchange.agency.Agency;
import org.ridgeline.exchange.agency.Service;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The SQL of copies of answers: cards name in 2.007 SCO whom they want to have one.
public final class AnswerCopies {
  private final JdbcClient jdbc;
  private final Trail trail;
  private final AnswerStore answers;

  public AnswerCopies(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
    trail = new Trail(dataSource);
    answers = new AnswerStore(dataSource);
  }

  /// Lets copies of an answer go to those agencies that the card names in 2.007 SCO and to which
  /// its sender may have copies sent, and which may ask for the service themselves; a second answer
  /// only to those who can receive one.
  /// - **Limit** the first [Limits#COPIES_MAX] that are named
  public void make(Answer answer, Agency sender, Service service, List<String> named) {
    if (named.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into delivery (answer_id, agency_ori, channel, is_copy)
            select ?, ori, channel, true from copy_receiver
            where agency_ori = ? and service = ? and ori = any(?) and (second_answer or not ?)
            on conflict do nothing
            """)
        .params(
            answer.answerId(),
            sender.ori().value(),
            service.key(),
            named.stream().limit(Limits.COPIES_MAX).toArray(String[]::new),
            answer.source().isSecond())
        .update();
  }

  /// The copies that wait for an agency to fetch and acknowledge them, oldest first. Reading them
  /// is their delivery.
  /// - **Limit** [Limits#COPIES_FETCHED_MAX] and [Limits#COPIES_FETCHED_BYTES_MAX] at one time, and
  ///   at least one
  public List<Answer> fetch(String agencyOri) {
    return trail.together(() -> {
      List<Answer> copies =
          jdbc.sql(
                  "select "
                      + AnswerStore.COLUMNS
                      + """
                      from (
                        select o.*, row_number() over (order by created_at, answer_id) as place,
                          sum(length(bytes)) over (order by created_at, answer_id) as total
                        from answer o join delivery d using (answer_id)
                        where d.agency_ori = ? and d.is_copy and d.acknowledged_at is null
                          and o.purged_at is null and exists (
                            select from copy_receiver c
                              join answered_booking b on b.agency_ori = c.agency_ori
                            where b.control = o.control and c.ori = d.agency_ori)
                      ) a
                      where place = 1 or place <= ? and total <= ? order by place
                      """)
              .params(agencyOri, Limits.COPIES_FETCHED_MAX, Limits.COPIES_FETCHED_BYTES_MAX)
              .query(AnswerStore::answer)
              .list();
      UUID[] ids = copies.stream().map(Answer::answerId).toArray(UUID[]::new);
      answers.fetched("d.agency_ori = ? and d.answer_id = any(?)", agencyOri, ids);
      return copies;
    });
  }

  /// Whether an agency gets a copy of an answer.
  public boolean isCopiedTo(UUID answerId, String agencyOri) {
    return jdbc.sql(
            """
            select exists (
              select from delivery where answer_id = ? and agency_ori = ? and is_copy)
            """)
        .params(answerId, agencyOri)
        .query(Boolean.class)
        .single();
  }
}
