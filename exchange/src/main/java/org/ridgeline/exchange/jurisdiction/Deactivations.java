package org.ridgeline.exchange.jurisdiction;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.ridgeline.exchange.Administrator;
import org.ridgeline.exchange.Trail;
import org.ridgeline.exchange.agency.ActivationRegister;
import org.ridgeline.ledger.RegisterAction;
import org.ridgeline.vocabulary.Fips;
import org.ridgeline.vocabulary.Ori;
import org.ridgeline.vocabulary.event.Event;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Ends a jurisdiction's part, and with it that of all its agencies: an ordinary step.
public final class Deactivations {
  private final JdbcClient jdbc;
  private final ActivationRegister activations;
  private final Readiness readiness;
  private final ChangeLog log;
  private final Trail trail;
  private final Clock clock;

  public Deactivations(DataSource dataSource, Clock clock) {
    jdbc = JdbcClient.create(dataSource);
    activations = new ActivationRegister(dataSource);
    readiness = new Readiness(dataSource, clock);
    log = new ChangeLog(dataSource);
    trail = new Trail(dataSource);
    this.clock = clock;
  }

  /// The agencies whose part would end with their jurisdiction's on a day, by ORI.
  public List<Ori> agencies(Fips fips, LocalDate from) {
    return activations.open(fips, from);
  }

  /// Ends a jurisdiction and all its agencies from a day on; one that has not begun by then never
  /// does. Its checklist is open again.
  /// - **Shape** the agencies that ended with it; empty where nothing is active on that day or
  ///   later, and nothing changed
  /// - **Limit** reason 1..[org.ridgeline.exchange.Limits#ACTIVATION_REASON_CHARS_MAX] characters;
  ///   a day of today (UTC) or later, since the gate of earlier bookings is decided
  /// - **Error** beyond, or not listed: IllegalArgumentException
  public Optional<List<Ori>> end(Fips fips, LocalDate from, String reason, Administrator by) {
    String why = RegisterText.reason(reason);
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (from.isBefore(today)) {
      throw new IllegalArgumentException("day=" + from + " limit=" + today + " or later");
    }
    return trail.together(() -> {
      log.held(fips);
      List<LocalDate> ends = close(fips, from, why, by);
      List<Ori> agencies = activations.endAll(fips, from, why, by);
      if (ends.isEmpty() && agencies.isEmpty()) {
        return Optional.empty();
      }
      readiness.untickAll(fips, why, by);
      log.say(
          RegisterAction.JURISDICTION_END,
          new ChangeLog.Line(
              fips, "not active from " + from + ", " + agencies.size() + " agencies", why),
          Map.of(
              "day", from.toString(),
              "agencies", String.valueOf(agencies.size()),
              "reason", why),
          by);
      ends.forEach(
          end -> trail.fact(new Event.JurisdictionDeactivated(fips.value(), fips.state(), end)));
      return Optional.of(agencies);
    });
  }

  /// The days on which periods end now.
  private List<LocalDate> close(Fips fips, LocalDate from, String reason, Administrator by) {
    return jdbc.sql(
            """
            update jurisdiction_period set active_to = greatest(active_from, :day),
              end_reason = :reason, ended_by = :by, end_recorded_at = now()
            where fips = :fips and (active_to is null or active_to > :day)
              and active_to is distinct from active_from
            returning active_to
            """)
        .param("fips", fips.value())
        .param("day", from)
        .param("reason", reason)
        .param("by", by.name())
        .query(LocalDate.class)
        .list();
  }
}
