package org.ridgeline.exchange.purge;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.ridgeline.exchange.Trail;
import org.ridgeline.ledger.Action.Known;
import org.ridgeline.ledger.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What must be kept though a rule or a decision would take it out: whoever purges asks here first.
public final class Holds {
  private final JdbcClient jdbc;
  private final PurgeStore purges;
  private final Trail trail;
  private final Clock clock;

  public Holds(DataSource dataSource, Clock clock) {
    jdbc = JdbcClient.create(dataSource);
    purges = new PurgeStore(dataSource);
    trail = new Trail(dataSource);
    this.clock = clock;
  }

  /// A hold that stands.
  public record Hold(String subject, String reason, String by, Instant at) {}

  /// Whether something must be kept.
  /// - **Shape** a case or a submission
  public boolean isHeld(Subject subject) {
    return jdbc.sql(
            """
            select exists (
              select 1 from retention_hold where subject = ? and released_at is null)
            """)
        .param(subject.text())
        .query(Boolean.class)
        .single();
  }

  /// Places a hold; false where one stands.
  public boolean place(Subject subject, String reason, String by) {
    return trail.together(() -> {
      boolean placed =
          jdbc.sql(
                      """
                      insert into retention_hold (subject, reason, placed_by, placed_at)
                      values (?, ?, ?, ?) on conflict (subject) where released_at is null
                      do nothing
                      """)
                  .params(subject.text(), reason, by, Timestamp.from(clock.instant()))
                  .update()
              == 1;
      if (placed) {
        trail.administrator(by, Known.RETENTION_HOLD, subject, Map.of("reason", reason));
      }
      return placed;
    });
  }

  /// Ends a hold; what waited for that goes on at once. False where none stands.
  public boolean release(Subject subject, String reason, String by) {
    return trail.together(() -> {
      Instant now = clock.instant();
      boolean released =
          jdbc.sql(
                      """
                      update retention_hold set released_by = ?, release_reason = ?,
                        released_at = ? where subject = ? and released_at is null
                      """)
                  .params(by, reason, Timestamp.from(now), subject.text())
                  .update()
              == 1;
      if (released) {
        trail.administrator(by, Known.RETENTION_RELEASE, subject, Map.of("reason", reason));
        subject
            .kind()
            .filter(Subject.Kind.SUBMISSION::equals)
            .ifPresent(kind -> purges.wake(subject.text().substring(kind.key().length() + 1), now));
      }
      return released;
    });
  }

  /// The holds that stand, oldest first.
  public List<Hold> standing() {
    return jdbc.sql(
            """
            select subject, reason, placed_by, placed_at from retention_hold
            where released_at is null order by hold_id
            """)
        .query((row, _) ->
            new Hold(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getTimestamp(4).toInstant()))
        .list();
  }
}
