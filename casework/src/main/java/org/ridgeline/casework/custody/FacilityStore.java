package org.ridgeline.casework.custody;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The SQL of facilities.
public final class FacilityStore {
  static final String COLUMNS = "facility_id, ori, name, kind, state, zone, closed_at";

  private final JdbcClient jdbc;

  public FacilityStore(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /// All facilities by state and name, closed ones last.
  List<Facility> all() {
    return jdbc.sql(
            "select "
                + COLUMNS
                + " from facility order by closed_at is not null, state, name, facility_id")
        .query(FacilityStore::row)
        .list();
  }

  /// The facilities of an agency that are open.
  List<Facility> of(String ori) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + " from facility where ori = ? and closed_at is null order by name")
        .param(ori)
        .query(FacilityStore::row)
        .list();
  }

  /// One facility that is open.
  Optional<Facility> open(UUID facilityId) {
    return jdbc.sql(
            "select " + COLUMNS + " from facility where facility_id = ? and closed_at is null")
        .param(facilityId)
        .query(FacilityStore::row)
        .optional();
  }

  /// Adds a facility.
  /// - **Error** one of that name is there: DuplicateKeyException
  void add(Facility facility, String by, Instant now) {
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
            by,
            Timestamp.from(now))
        .update();
  }

  /// Closes a facility; false where none is open.
  boolean close(UUID facilityId, Instant now) {
    return jdbc.sql("update facility set closed_at = ? where facility_id = ? and closed_at is null")
            .params(Timestamp.from(now), facilityId)
            .update()
        == 1;
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
