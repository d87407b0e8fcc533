package org.ridgeline.exchange.jurisdiction;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.ridgeline.exchange.Administrator;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.Trail;
import org.ridgeline.exchange.agency.ActivationRegister;
import org.ridgeline.ledger.RegisterAction;
import org.ridgeline.ledger.Subject;
import org.ridgeline.vocabulary.Fips;
import org.ridgeline.vocabulary.JurisdictionCount;
import org.ridgeline.vocabulary.event.Event;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Jurisdictions that begin on one day, with one notice: planned, then carried out for all of them
/// together or for none. There is no other way for a jurisdiction to begin.
public final class Waves {
  private final JdbcClient jdbc;
  private final JdbcTemplate many;
  private final ActivationRegister activations;
  private final Readiness readiness;
  private final Filings filings;
  private final ChangeLog log;
  private final Trail trail;

  public Waves(DataSource dataSource, Clock clock) {
    jdbc = JdbcClient.create(dataSource);
    many = new JdbcTemplate(dataSource);
    activations = new ActivationRegister(dataSource);
    readiness = new Readiness(dataSource, clock);
    filings = new Filings(dataSource);
    log = new ChangeLog(dataSource);
    trail = new Trail(dataSource);
  }

  /// What shall be.
  /// - **Limit** name 1..[Limits#JURISDICTION_NAME_CHARS_MAX] characters; 1..
  ///   [Limits#WAVE_JURISDICTIONS_MAX] jurisdictions, each once
  public record Plan(String name, LocalDate day, SortedSet<Fips> members, PublicNotice notice) {
    public Plan {
      name = RegisterText.checked("name", name, Limits.JURISDICTION_NAME_CHARS_MAX);
      if (members.isEmpty() || members.size() > Limits.WAVE_JURISDICTIONS_MAX) {
        throw new IllegalArgumentException(
            "jurisdictions=" + members.size() + " limit=1.." + Limits.WAVE_JURISDICTIONS_MAX);
      }
      members = new TreeSet<>(members);
    }
  }

  /// A wave as it stands.
  public record Wave(
      UUID id, String name, LocalDate day, List<Fips> members, Optional<String> activatedBy) {
    public Wave {
      members = List.copyOf(members);
    }

    /// How many begin in it.
    public JurisdictionCount size() {
      return new JurisdictionCount(members.size());
    }
  }

  /// What became of carrying one out.
  public sealed interface Carried {
    /// All are active from the day on.
    /// - **Shape** `agencies` that began with them
    record Out(JurisdictionCount jurisdictions, int agencies) implements Carried {}

    /// Nothing happened, since this is missing.
    record NotReady(List<Readiness.Missing> missing) implements Carried {
      public NotReady {
        missing = List.copyOf(missing);
      }
    }
  }

  /// Plans a wave; one of that name that is not carried out is planned anew. Its notice is put on
  /// record for each jurisdiction.
  /// - **Error** one is not listed, the day is past, the wave is carried out:
  ///   IllegalArgumentException
  public UUID plan(Plan plan, Administrator by) {
    checkDay(plan.day());
    return trail.together(() -> {
      plan.members().forEach(log::held);
      UUID id = put(plan, by);
      many.batchUpdate(
          "insert into wave_member (wave_id, fips) values (?, ?)",
          plan.members().stream().map(fips -> new Object[] {id, fips.value()}).toList());
      many.batchUpdate(
          """
          insert into public_notice (fips, words, published_on, wave_id, recorded_by, recorded_at)
          values (?, ?, ?, ?, ?, now())
          """,
          plan.members().stream()
              .map(fips ->
                  new Object[] {
                    fips.value(), plan.notice().words(), plan.notice().publishedOn(), id, by.name()
                  })
              .toList());
      String what = "planned for " + plan.day() + " in wave " + plan.name();
      log.say(
          plan.members().stream()
              .map(fips -> new ChangeLog.Line(fips, what, plan.notice().words()))
              .toList(),
          by);
      trail.administrator(
          by,
          RegisterAction.WAVE_PLAN,
          Subject.Kind.WAVE.of(id),
          Map.of(
              "name", plan.name(),
              "day", plan.day().toString(),
              "published", plan.notice().publishedOn().toString(),
              "jurisdictions", String.valueOf(plan.members().size())));
      return id;
    });
  }

  private void checkDay(LocalDate day) {
    LocalDate today = readiness.today();
    if (day.isBefore(today)) {
      throw new IllegalArgumentException("day=" + day + " limit=" + today + " or later");
    }
  }

  private UUID put(Plan plan, Administrator by) {
    Optional<Wave> before = held(plan.name());
    before.ifPresent(Waves::checkOpen);
    UUID id = before.map(Wave::id).orElseGet(UUID::randomUUID);
    jdbc.sql("delete from wave_member where wave_id = ?").param(id).update();
    jdbc.sql(
            """
            insert into wave (wave_id, name, day, planned_by, planned_at)
            values (:id, :name, :day, :by, now())
            on conflict (wave_id) do update set day = :day, planned_by = :by, planned_at = now()
            """)
        .param("id", id)
        .param("name", plan.name())
        .param("day", plan.day())
        .param("by", by.name())
        .update();
    return id;
  }

  private static void checkOpen(Wave wave) {
    if (wave.activatedBy().isPresent()) {
      throw new IllegalArgumentException(
          "wave=" + wave.name() + " is carried out already, expected one that is planned");
    }
  }

  private Optional<Wave> held(String name) {
    return jdbc.sql("select wave_id from wave where name = ? for update")
        .param(name)
        .query(UUID.class)
        .optional()
        .flatMap(_ -> of(name));
  }

  /// A wave of a name.
  public Optional<Wave> of(String name) {
    return all().stream().filter(wave -> wave.name().equals(name)).findFirst();
  }

  /// All waves, the latest day first.
  public List<Wave> all() {
    return jdbc.sql(
            """
            select wave_id, name, day, activated_by,
              array(select fips from wave_member m where m.wave_id = w.wave_id order by fips)
            from wave w order by day desc, name
            """)
        .query((row, _) ->
            new Wave(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getObject(3, LocalDate.class),
                List.of((String[]) row.getArray(5).getArray()).stream().map(Fips::new).toList(),
                Optional.ofNullable(row.getString(4))))
        .list();
  }

  /// What keeps a wave from being carried out: every missing item of every jurisdiction.
  public List<Readiness.Missing> missing(Wave wave) {
    List<Readiness.Missing> missing = new ArrayList<>();
    wave.members().forEach(fips -> missing.addAll(readiness.missing(fips, wave.day())));
    return missing;
  }

  /// Carries a wave out: from its day on all its jurisdictions are active, and their agencies by
  /// rows of their own; or nothing happens.
  /// - **Error** no such wave, one that is carried out, or whose day is past:
  ///   IllegalArgumentException
  public Carried carryOut(String name, Administrator by) {
    return trail.together(() -> {
      Wave wave =
          held(name)
              .orElseThrow(() ->
                  new IllegalArgumentException(
                      "wave=" + name + " expected one that is planned (jurisdiction wave plan)"));
      checkOpen(wave);
      checkDay(wave.day());
      wave.members().forEach(log::held);
      List<Readiness.Missing> missing = missing(wave);
      return missing.isEmpty() ? begin(wave, by) : new Carried.NotReady(missing);
    });
  }

  private Carried begin(Wave wave, Administrator by) {
    int agencies = 0;
    for (Fips fips : wave.members()) {
      agencies += begin(wave, fips, by);
    }
    jdbc.sql("update wave set activated_by = ?, activated_at = now() where wave_id = ?")
        .params(by.name(), wave.id())
        .update();
    trail.administrator(
        by,
        RegisterAction.WAVE_ACTIVATE,
        Subject.Kind.WAVE.of(wave.id()),
        Map.of(
            "name", wave.name(),
            "day", wave.day().toString(),
            "jurisdictions", String.valueOf(wave.size().count()),
            "agencies", String.valueOf(agencies)));
    return new Carried.Out(wave.size(), agencies);
  }

  private int begin(Wave wave, Fips fips, Administrator by) {
    Optional<String> basis = filings.basis(fips, wave.day()).map(b -> b.kind().name());
    jdbc.sql(
            """
            insert into jurisdiction_period (fips, active_from, basis, wave_id, imported,
              recorded_by, recorded_at)
            values (?, ?, ?, ?, false, ?, now())
            """)
        .params(fips.value(), wave.day(), basis.orElse(null), wave.id(), by.name())
        .update();
    int agencies = activations.activateAll(fips, wave.day(), by).size();
    log.say(
        RegisterAction.JURISDICTION_BEGIN,
        new ChangeLog.Line(
            fips, "active from " + wave.day() + ", " + agencies + " agencies", wave.name()),
        Map.of(
            "day", wave.day().toString(),
            "wave", Subject.Kind.WAVE.text(wave.id()),
            "agencies", String.valueOf(agencies)),
        by);
    trail.fact(
        new Event.JurisdictionActivated(
            fips.value(), fips.state(), wave.day(), basis, Optional.of(wave.id())));
    return agencies;
  }
}
