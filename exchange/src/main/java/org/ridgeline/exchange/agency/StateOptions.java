package org.ridgeline.exchange.agency;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.ridgeline.exchange.Trail;
import org.ridgeline.ledger.Action.Known;
import org.ridgeline.ledger.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The SQL of each state's choice whether second answers with a determination go on to its
/// agencies: every change is a version of its own, with a reason, and in the ledger.
public final class StateOptions {
  private final JdbcClient jdbc;
  private final Trail trail;

  public StateOptions(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
    trail = new Trail(dataSource);
  }

  /// One choice.
  public record Choice(int version, boolean forwards, String reason, String by, Instant at) {}

  /// A state's choices, the one in force first.
  public List<Choice> of(String state) {
    return jdbc.sql(
            """
            select version, forwards, reason, changed_by, changed_at from state_choice
            where state = ? order by version desc
            """)
        .param(state)
        .query((row, _) ->
            new Choice(
                row.getInt(1),
                row.getBoolean(2),
                row.getString(3),
                row.getString(4),
                row.getTimestamp(5).toInstant()))
        .list();
  }

  /// The choice in force; empty where the state never chose, which counts as no.
  public Optional<Choice> current(String state) {
    return of(state).stream().findFirst();
  }

  /// Adds a choice.
  /// - **Error** no reason: IllegalArgumentException
  public void choose(String state, boolean forwards, String reason, String by, Instant now) {
    if (reason.isBlank() || reason.length() > 500) {
      throw new IllegalArgumentException("reason of 1..500 characters expected");
    }
    trail.together(() -> {
      keep(state, forwards, reason.strip(), by, now);
      trail.person(
          new Trail.Person(by, "STATE_BUREAU", "the state's choice"),
          Known.STATE_OPTION,
          Subject.Kind.STATE.of(state),
          Map.of(
              "forwards",
              String.valueOf(forwards),
              "version",
              String.valueOf(current(state).orElseThrow().version())));
    });
  }

  private void keep(String state, boolean forwards, String reason, String by, Instant now) {
    jdbc.sql(
            """
            insert into state_choice (state, version, forwards, reason, changed_by, changed_at)
            select ?, coalesce(max(version), 0) + 1, ?, ?, ?, ? from state_choice where state = ?
            """)
        .params(state, forwards, reason, by, Timestamp.from(now), state)
        .update();
    // What the relay reads: the choice in force.
    jdbc.sql(
            """
            insert into state_option (state, forwards, changed_by, changed_at) values (?, ?, ?, ?)
            on conflict (state) do update set forwards = excluded.forwards,
              changed_by = excluded.changed_by, changed_at = excluded.changed_at
            """)
        .params(state, forwards, by, Timestamp.from(now))
        .update();
  }
}
