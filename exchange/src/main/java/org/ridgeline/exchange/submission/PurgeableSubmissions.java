package org.ridgeline.exchange.submission;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.ridgeline.exchange.agency.Service;
import org.ridgeline.ledger.Tally;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The SQL that takes out of submissions and their searches what they say of a person.
public final class PurgeableSubmissions {
  private final JdbcClient jdbc;

  public PurgeableSubmissions(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /// Whether a submission waits for its extraction, its searches or its answers; holds it until the
  /// transaction ends.
  public boolean isWaiting(String control) {
    return jdbc.sql(
            """
            select state not in ('ANSWERED', 'REFUSED') or exists (
                select 1 from search r where r.control = s.control and r.state = 'PENDING')
            from submission s where control = ? for update
            """)
        .param(control)
        .query(Boolean.class)
        .single();
  }

  /// Submissions that came before a time and wait still.
  public List<String> waiting(Instant before) {
    return jdbc.sql(
            """
            select control from submission s where received_at < ?
              and (state not in ('ANSWERED', 'REFUSED') or exists (
                select 1 from search r where r.control = s.control and r.state = 'PENDING'))
            """)
        .param(Timestamp.from(before))
        .query(String.class)
        .list();
  }

  /// Whether there is such a submission.
  public boolean isKnown(String control) {
    return jdbc.sql("select exists (select 1 from submission where control = ?)")
        .param(control)
        .query(Boolean.class)
        .single();
  }

  /// Takes out bytes, templates, what findings quote, and whom searches found; number, TCN, digest,
  /// times, states and decisions stay. Taken out before, nothing happens.
  public Tally purge(String control, Instant now) {
    long bytes =
        jdbc.sql("select coalesce(sum(length(bytes)), 0) from submission where control = ?")
            .param(control)
            .query(Long.class)
            .single();
    Tally tally = Tally.of("submission-bytes", bytes);
    tally = tally.plus("templates", update("delete from probe_finger where control = ?", control));
    tally =
        tally.plus(
            "findings",
            update(
                """
                update finding set found = '-', expected = '-'
                where control = ? and (found <> '-' or expected <> '-')
                """,
                control));
    tally = tally.plus("quality-reasons", purgeReasons(control));
    tally =
        tally.plus(
            "searches",
            update(
                """
                update search set person_id = null, encounter_id = null, score = null,
                  finger_sequence = null, last_error = null
                where control = ? and num_nonnulls(person_id, encounter_id, score,
                  finger_sequence, last_error) > 0
                """,
                control));
    jdbc.sql(
            """
            update submission set bytes = '', last_error = null, purged_at = coalesce(purged_at, ?)
            where control = ?
            """)
        .params(Timestamp.from(now), control)
        .update();
    return tally;
  }

  /// Which image is which finger stays where the card was enrolled: templates are made anew by it.
  /// Searches say whether it was as long as they are not purged; a purge that waits for an answer
  /// to be taken comes by again.
  private int purgeReasons(String control) {
    update(
        """
        delete from quality_correction c using submission sub
        where c.control = ? and sub.control = c.control and sub.purged_at is null
          and not exists (
            select 1 from search s where s.control = c.control and s.encounter_id is not null)
        """,
        control);
    update("update quality_correction set reason = '-' where control = ?", control);
    return update(
        "update quality_hold set reason = '-' where control = ? and reason not in ('', '-')",
        control);
  }

  private int update(String sql, String control) {
    return jdbc.sql(sql).param(control).update();
  }

  /// When what was kept of a submission's person was taken out; empty while it is there.
  public Optional<Instant> purgedAt(String control) {
    return jdbc.sql("select purged_at from submission where control = ? and purged_at is not null")
        .param(control)
        .query(Timestamp.class)
        .optional()
        .map(Timestamp::toInstant);
  }

  /// Which submissions a rule is about.
  public enum Which {
    /// Answered, and neither repository found anybody; or a service that keeps nothing, whatever it
    /// found: nobody goes back to a rapid search, a verification or a request for images.
    WITHOUT_HIT(
        """
        s.state = 'ANSWERED' and not exists (select 1 from search r where r.control = s.control
          and (r.state = 'PENDING' or coalesce(r.decision, '') not in ('NO_HIT', 'NOT_ACTIVE')
            and s.tot not in (%s)))
        """
            .formatted(totsThatKeepNothing())),
    /// Refused.
    REFUSED("s.state = 'REFUSED'");

    private final String where;

    Which(String where) {
      this.where = where;
    }
  }

  private static String totsThatKeepNothing() {
    return Stream.of(Service.values())
        .filter(Service::keepsNothing)
        .flatMap(service -> service.tots().stream())
        .map(tot -> "'" + tot + "'")
        .collect(Collectors.joining(", "));
  }

  /// What a rule would take, oldest first, what is held left out.
  /// - **Shape** `before`: closed before then
  public List<String> expired(Which which, Instant before, int count) {
    return jdbc.sql(
            "select s.control from submission s where s.purged_at is null and s.closed_at < ? and "
                + which.where
                + " and s.control not in (select control from held_submission)"
                + " order by s.closed_at, s.control limit ?")
        .params(Timestamp.from(before), count)
        .query(String.class)
        .list();
  }

  /// What is as old, counted by whether a hold keeps it.
  public Count count(Which which, Instant before) {
    return jdbc.sql(
            "select count(*) filter (where h.control is null), count(h.control), min(s.closed_at)"
                + " from submission s left join held_submission h using (control)"
                + " where s.purged_at is null and s.closed_at < ? and "
                + which.where)
        .param(Timestamp.from(before))
        .query((row, _) ->
            new Count(
                row.getLong(1),
                row.getLong(2),
                Optional.ofNullable(row.getTimestamp(3)).map(Timestamp::toInstant)))
        .single();
  }

  /// - **Shape** `held` those that a hold keeps; `oldest` of both
  public record Count(long due, long held, Optional<Instant> oldest) {}
}
