package org.ridgeline.casework.custody;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.ridgeline.casework.Actor;
import org.ridgeline.casework.RefusedStep;
import org.ridgeline.casework.RefusedStep.Code;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.ledger.Ledger;
import org.ridgeline.ledger.LedgerEntry;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The facilities that hold people: state prisons and local jails, kept by administrators.
public final class FacilityRegister {
  static final String COLUMNS = "facility_id, ori, name, kind, state, zone, closed_at";

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Ledger ledger;
  private final Clock clock;

  public FacilityRegister(DataSource dataSource, Ledger ledger, Clock clock) {
    jdbc = JdbcClient.create(dataSource);
    transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    this.ledger = ledger;
    this.clock = clock;
  }

  /// All facilities by state and name, closed ones last.
  public List<Facility> all() {
    return jdbc.sql(
            "select "
                + COLUMNS
                + " from facility order by closed_at is not null, state, name, facility_id")
        .query(FacilityRegister::row)
        .list();
  }

  /// The facilities of an agency that are open.
  public List<Facility> of(String ori) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + " from facility where ori = ? and closed_at is null order by name")
        .param(ori)
        .query(FacilityRegister::row)
        .list();
  }

  /// One facility that is open.
  Optional<Facility> open(UUID facilityId) {
    return jdbc.sql(
            "select " + COLUMNS + " from facility where facility_id = ? and closed_at is null")
        .param(facilityId)
        .query(FacilityRegister::row)
        .optional();
  }

  /// What an administrator enters of a facility; an empty zone is that of its state.
  public record Entry(String ori, String name, FacilityKind kind, String state, String zone) {}

  /// Adds a facility, and gives its id.
  public UUID add(Actor actor, Entry entry) {
    administrator(actor);
    Facility facility = checked(entry);
    try {
      transaction.executeWithoutResult(_ -> {
        jdbc.sql(
                """
                insert into facility (facility_id, ori, name, kind, state, zone, added_by, added_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """)
            .params(
                facility.facilityId(),
                facility.ori(),
                facility.name(),
                facility.kind().name(),
                facility.state(),
                facility.zone().getId(),
                actor.name(),
                Timestamp.from(clock.instant()))
            .update();
        ledger.append(entry(actor, "facility.add", facility.facilityId(), facility.ori()));
      });
    } catch (DuplicateKeyException e) {
      throw new RefusedStep(
          Code.ALREADY,
          "This agency has a facility of that name already.",
          "Give it another name, or close the old one first.");
    }
    return facility.facilityId();
  }

  private static Facility checked(Entry entry) {
    try {
      ZoneId zone =
          entry.zone().isBlank() ? StateZone.of(entry.state()) : ZoneId.of(entry.zone().strip());
      return new Facility(
          UUID.randomUUID(),
          entry.ori(),
          entry.name().strip(),
          entry.kind(),
          entry.state(),
          zone,
          Optional.empty());
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      throw new RefusedStep(
          Code.INPUT,
          "A facility needs an ORI of nine letters and digits, a name, a state of two letters, and"
              + " a time zone such as America/Chicago or none.",
          "Correct the field and try again.");
    }
  }

  /// Closes a facility: nobody is reported there any more, and what was stays.
  public void close(Actor actor, UUID facilityId) {
    administrator(actor);
    transaction.executeWithoutResult(_ -> {
      Instant now = clock.instant();
      int closed =
          jdbc.sql("update facility set closed_at = ? where facility_id = ? and closed_at is null")
              .params(Timestamp.from(now), facilityId)
              .update();
      if (closed == 0) {
        throw new RefusedStep(
            Code.NOT_FOUND, "There is no such open facility.", "Load the register again.");
      }
      ledger.append(entry(actor, "facility.close", facilityId, ""));
    });
  }

  private static LedgerEntry entry(Actor actor, String action, UUID facilityId, String ori) {
    return new LedgerEntry(
        actor.name(),
        actor.duty().role().name(),
        actor.purpose(),
        action,
        "facility:" + facilityId,
        ori.isEmpty() ? Map.of() : Map.of("agency", "agency:" + ori));
  }

  private static void administrator(Actor actor) {
    if (!actor.is(Role.ADMINISTRATOR)) {
      throw new RefusedStep(
          Code.ROLE, "Only administrators keep the register.", "Ask one of them.");
    }
  }

  static Facility row(ResultSet row, int number) throws SQLException {
    return new Facility(
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getString(3),
        FacilityKind.valueOf(row.getString(4)),
        row.getString(5),
        ZoneId.of(row.getString(6)),
        Optional.ofNullable(row.getTimestamp(7)).map(Timestamp::toInstant));
  }
}
