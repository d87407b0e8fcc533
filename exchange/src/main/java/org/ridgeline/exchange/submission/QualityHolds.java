package org.ridgeline.exchange.submission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.Trail;
import org.ridgeline.ledger.Action.Known;
import org.ridgeline.vocabulary.FindingCode;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The SQL of cards held for quality control. Moments are the caller's; a row alone says when a
/// card goes on, so that a restart changes nothing.
public final class QualityHolds {
  private static final String SELECT =
      """
      select h.control, reasons, findings_from, held_at, h.due_at, priority, taken_by, taken_until,
        decision, decided_by, decided_at, reason
      from quality_hold h join submission using (control)
      """;

  private final JdbcClient jdbc;
  private final Trail trail;

  public QualityHolds(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
    trail = new Trail(dataSource);
  }

  /// Holds a card, in the caller's transaction; gives until when.
  /// - **Shape** `findingsFrom` as in [QualityHold]
  public Instant add(
      String control, List<FindingCode> reasons, int findingsFrom, HoldTimes times, Instant now) {
    Timestamp due =
        jdbc.sql(
                """
                insert into quality_hold (control, reasons, findings_from, held_at, due_at)
                select control, :reasons, :from, :now::timestamptz,
                  :now::timestamptz + case when priority <= :most then :urgent else :usual end
                    * interval '1 second'
                from submission where control = :control returning due_at
                """)
            .param("reasons", reasons.stream().map(Enum::name).toArray(String[]::new))
            .param("from", findingsFrom)
            .param("now", Timestamp.from(now))
            .param("most", Limits.QUALITY_URGENT_PRIORITY_MAX)
            .param("urgent", times.urgent().toSeconds())
            .param("usual", times.usual().toSeconds())
            .param("control", control)
            .query(Timestamp.class)
            .single();
    return due.toInstant();
  }

  /// That of a card, decided or not; empty where it was never held.
  public Optional<QualityHold> of(String control) {
    return jdbc.sql(SELECT + " where h.control = ?")
        .param(control)
        .query(QualityHolds::row)
        .optional();
  }

  /// The same, kept from others until the transaction ends.
  public Optional<QualityHold> locked(String control) {
    return jdbc.sql(SELECT + " where h.control = ? for update of h")
        .param(control)
        .query(QualityHolds::row)
        .optional();
  }

  /// What waits for a decision and has time for one, the most pressing first.
  public List<QualityHold> queue(Instant now, int count) {
    return jdbc.sql(
            SELECT
                + " where decision is null and h.due_at > ? order by h.due_at, h.control limit ?")
        .params(Timestamp.from(now), count)
        .query(QualityHolds::row)
        .list();
  }

  /// What is held, and how much of it is one sender's.
  public Backlog held(String sender) {
    return jdbc.sql(
            """
            select count(*) as total, count(*) filter (where agency_ori = ?) as own
            from quality_hold join submission using (control) where decision is null
            """)
        .param(sender)
        .query((row, _) -> new Backlog(row.getInt("total"), row.getInt("own")))
        .single();
  }

  /// Takes a card for one person, or gives them more time; false where another has it, it is
  /// decided, or its time is over.
  public boolean take(String control, Trail.Person who, Instant now) {
    return trail.together(() -> {
      Optional<QualityHold> before = locked(control).filter(hold -> hold.isOpen(now));
      if (before.flatMap(h -> h.holder(now)).filter(by -> !by.equals(who.name())).isPresent()
          || before.isEmpty()) {
        return false;
      }
      boolean isNew = before.get().holder(now).isEmpty();
      jdbc.sql("update quality_hold set taken_by = ?, taken_until = ? where control = ?")
          .params(who.name(), Timestamp.from(now.plus(Limits.QUALITY_CLAIM)), control)
          .update();
      if (isNew) {
        trail.person(who, Known.QUALITY_TAKE, Trail.submission(control), Map.of());
      }
      return true;
    });
  }

  /// Puts a card back; nothing happens where somebody else has it.
  public void release(String control, Trail.Person who) {
    trail.together(() -> {
      int changed =
          jdbc.sql(
                  """
                  update quality_hold set taken_by = null, taken_until = null
                  where control = ? and taken_by = ? and decision is null
                  """)
              .params(control, who.name())
              .update();
      if (changed == 1) {
        trail.person(who, Known.QUALITY_RELEASE, Trail.submission(control), Map.of());
      }
    });
  }

  /// Notes a decision; false where there is one.
  public boolean decide(String control, QualityHold.Decided decided) {
    return jdbc.sql(
                """
                update quality_hold set decision = ?, decided_by = ?, decided_at = ?, reason = ?,
                  taken_by = null, taken_until = null
                where control = ? and decision is null
                """)
            .params(
                decided.decision().name(),
                decided.by(),
                Timestamp.from(decided.at()),
                decided.reason(),
                control)
            .update()
        == 1;
  }

  /// Cards whose time is over, the earliest first.
  public List<String> expired(Instant now, int count) {
    return jdbc.sql(
            """
            select control from quality_hold where decision is null and due_at <= ?
            order by due_at, control limit ?
            """)
        .params(Timestamp.from(now), count)
        .query(String.class)
        .list();
  }

  private static QualityHold row(ResultSet row, int number) throws SQLException {
    String[] reasons = (String[]) row.getArray(2).getArray();
    return new QualityHold(
        row.getString(1),
        Arrays.stream(reasons).map(FindingCode::valueOf).toList(),
        row.getInt(3),
        row.getTimestamp(4).toInstant(),
        row.getTimestamp(5).toInstant(),
        row.getInt(6),
        claim(row),
        decided(row));
  }

  private static Optional<QualityHold.Claim> claim(ResultSet row) throws SQLException {
    return row.getString(7) == null
        ? Optional.empty()
        : Optional.of(new QualityHold.Claim(row.getString(7), row.getTimestamp(8).toInstant()));
  }

  private static Optional<QualityHold.Decided> decided(ResultSet row) throws SQLException {
    return row.getString(9) == null
        ? Optional.empty()
        : Optional.of(
            new QualityHold.Decided(
                QualityHold.Decision.valueOf(row.getString(9)),
                row.getString(10),
                row.getTimestamp(11).toInstant(),
                Optional.ofNullable(row.getString(12)).orElse("")));
  }
}
