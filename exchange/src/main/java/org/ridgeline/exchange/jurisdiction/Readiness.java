package org.ridgeline.exchange.jurisdiction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.ridgeline.exchange.Administrator;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.Trail;
import org.ridgeline.ledger.RegisterAction;
import org.ridgeline.vocabulary.Fips;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The checklist of a jurisdiction: what has to be done before it may begin, and by whom it was.
/// Ticks are added and taken back, never changed; an end takes all of them back.
public final class Readiness {
  /// The item that only a filed basis can fulfil.
  public static final String BASIS = "legal-basis";

  /// The item that only a published notice can fulfil.
  public static final String NOTICE = "public-notice";

  private final JdbcClient jdbc;
  private final ChangeLog log;
  private final Filings filings;
  private final Trail trail;
  private final Clock clock;

  public Readiness(DataSource dataSource, Clock clock) {
    jdbc = JdbcClient.create(dataSource);
    log = new ChangeLog(dataSource);
    filings = new Filings(dataSource);
    trail = new Trail(dataSource);
    this.clock = clock;
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /// Who did an item, and when.
  public record Tick(String by, Instant at, String remark) {}

  /// An item of the list.
  public record Item(String key, String says, Optional<Tick> tick) {}

  /// What keeps a jurisdiction from beginning.
  /// - **Shape** `item` of the checklist, or `active` where it is active already
  public record Missing(Fips fips, String item, String says) {}

  /// The checklist of a jurisdiction as it stands.
  public List<Item> of(Fips fips) {
    return jdbc.sql(
            """
            select i.item, i.says, t.by_whom, t.at, t.remark
            from readiness_item i left join lateral (
              select * from readiness_tick
              where fips = ? and item = i.item order by tick_id desc limit 1) t on t.done
            order by i.place
            """)
        .param(fips.value())
        .query((row, _) -> new Item(row.getString(1), row.getString(2), tick(row)))
        .list();
  }

  private static Optional<Tick> tick(ResultSet row) throws SQLException {
    Timestamp at = row.getTimestamp("at");
    return row.wasNull()
        ? Optional.empty()
        : Optional.of(new Tick(row.getString("by_whom"), at.toInstant(), row.getString("remark")));
  }

  /// Says that an item is done.
  /// - **Error** no such item or jurisdiction, no basis or notice on record where the item says
  ///   that there is one, a remark beyond its limit: IllegalArgumentException
  public void tick(Fips fips, String item, String remark, Administrator by) {
    String said = RegisterText.checked("remark", remark, Limits.ACTIVATION_REASON_CHARS_MAX);
    trail.together(() -> {
      log.held(fips);
      check(item);
      if (item.equals(BASIS) && filings.basis(fips).filter(LegalBasis::holds).isEmpty()) {
        throw new IllegalArgumentException(
            "item=" + item + " expected a legal basis that holds on record (jurisdiction basis)");
      }
      if (item.equals(NOTICE) && filings.notice(fips, today()).isEmpty()) {
        throw new IllegalArgumentException(
            "item=" + item + " expected a published notice on record (jurisdiction notice)");
      }
      put(fips, item, true, said, by);
      log.say(
          RegisterAction.JURISDICTION_TICK,
          new ChangeLog.Line(fips, "done: " + item, said),
          Map.of("item", item, "remark", said),
          by);
    });
  }

  /// Takes a tick back.
  /// - **Error** no such item or jurisdiction, a reason beyond its limit: IllegalArgumentException
  public void untick(Fips fips, String item, String reason, Administrator by) {
    String why = RegisterText.reason(reason);
    trail.together(() -> {
      log.held(fips);
      check(item);
      put(fips, item, false, why, by);
      log.say(
          RegisterAction.JURISDICTION_UNTICK,
          new ChangeLog.Line(fips, "open again: " + item, why),
          Map.of("item", item, "reason", why),
          by);
    });
  }

  /// Takes all back: who begins again goes through the list again.
  void untickAll(Fips fips, String reason, Administrator by) {
    of(fips).stream()
        .filter(item -> item.tick().isPresent())
        .forEach(item -> put(fips, item.key(), false, reason, by));
  }

  private void put(Fips fips, String item, boolean done, String remark, Administrator by) {
    jdbc.sql(
            """
            insert into readiness_tick (fips, item, done, by_whom, at, remark)
            values (?, ?, ?, ?, now(), ?)
            """)
        .params(fips.value(), item, done, by.name(), remark)
        .update();
  }

  private void check(String item) {
    List<String> all =
        jdbc.sql("select item from readiness_item order by place").query(String.class).list();
    if (!all.contains(item)) {
      throw new IllegalArgumentException(
          "item=" + item + " expected one of " + String.join(", ", all));
    }
  }

  /// What keeps a jurisdiction from beginning on a day; nothing where it is ready.
  public List<Missing> missing(Fips fips, LocalDate day) {
    List<Missing> missing = new ArrayList<>();
    of(fips).stream()
        .filter(item -> item.tick().isEmpty())
        .forEach(item -> missing.add(new Missing(fips, item.key(), "not yet: " + item.says())));
    Optional<LegalBasis> basis = filings.basis(fips, day);
    if (basis.filter(LegalBasis::holds).isEmpty()) {
      String why = basis.isEmpty() ? "no legal basis is in force on " : "it is suspended on ";
      missing.add(new Missing(fips, BASIS, why + day));
    }
    if (filings.notice(fips, today()).isEmpty()) {
      missing.add(new Missing(fips, NOTICE, "no notice is published by " + today()));
    }
    jdbc.sql(
            "select "
                + Period.COLUMNS
                + " from jurisdiction_period where fips = ?"
                + " and (active_to is null or active_to > ?)"
                + " and active_to is distinct from active_from")
        .params(fips.value(), day)
        .query(Period::of)
        .list()
        .forEach(period -> missing.add(new Missing(fips, "active", "it is active " + period)));
    return missing;
  }
}
