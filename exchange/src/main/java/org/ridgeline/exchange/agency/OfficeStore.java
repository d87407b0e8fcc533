package org.ridgeline.exchange.agency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.ridgeline.exchange.Administrator;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The SQL that finds reviewing offices and what they cover.
public final class OfficeStore {
  private static final String LINES =
      """
      select o.office_id, o.name, array_agg(area order by area), o.disabled_at
      from office o join office_coverage using (office_id)
      """;

  private final JdbcClient jdbc;
  private final OfficeRegister register;

  public OfficeStore(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
    register = new OfficeRegister(dataSource);
  }

  /// Adds an office covering states ("CA") or counties ("06067") as whoever runs this program does;
  /// gives its token, shown this once.
  /// - **Error** it is there, no name or areas that are none: RefusedAct
  public String add(String name, List<String> areas) {
    return register.add(
        new OfficeRegister.Entry(name, areas), TokenLife.AT_ONCE, Administrator.local());
  }

  /// The office whose token this is; none where the token has ended or the office is disabled.
  public Optional<Office> ofToken(String token) {
    return jdbc.sql(
            """
            select office_id, name from office join access_token using (office_id)
            where token_sha256 = ? and disabled_at is null
              and (expires_at is null or expires_at > now())
            """)
        .param(Token.sha256(token))
        .query((row, _) -> new Office(row.getObject(1, UUID.class), row.getString(2)))
        .optional();
  }

  /// The office that covers a place: the one that names the county before the one that names the
  /// state, the older before the younger. A disabled one covers it still: its leads wait.
  public Optional<Office> covering(String fips, String state) {
    return jdbc.sql(
            """
            select o.office_id, o.name from office o join office_coverage c using (office_id)
            where c.area in (:fips, :state)
            order by c.area = :fips desc, o.created_at, o.office_id limit 1
            """)
        .param("fips", fips)
        .param("state", state)
        .query((row, _) -> new Office(row.getObject(1, UUID.class), row.getString(2)))
        .optional();
  }

  /// All offices by name.
  public List<Line> all() {
    return jdbc.sql(LINES + " group by o.office_id order by o.name")
        .query(OfficeStore::line)
        .list();
  }

  /// The office of a name.
  public Optional<Line> named(String name) {
    return jdbc.sql(LINES + " where o.name = ? group by o.office_id")
        .param(name)
        .query(OfficeStore::line)
        .optional();
  }

  /// The office of an id.
  public Optional<Line> byId(UUID id) {
    return jdbc.sql(LINES + " where o.office_id = ? group by o.office_id")
        .param(id)
        .query(OfficeStore::line)
        .optional();
  }

  private static Line line(ResultSet row, int number) throws SQLException {
    return new Line(
        new Office(row.getObject(1, UUID.class), row.getString(2)),
        List.of((String[]) row.getArray(3).getArray()),
        Optional.ofNullable(row.getTimestamp(4)).map(Timestamp::toInstant));
  }

  /// A reviewing office.
  public record Office(UUID officeId, String name) {}

  /// An office, what it covers, and since when it has no access.
  public record Line(Office office, List<String> areas, Optional<Instant> disabledAt) {}
}
