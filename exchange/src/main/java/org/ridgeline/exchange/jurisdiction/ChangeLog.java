package org.ridgeline.exchange.jurisdiction;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.ridgeline.exchange.Administrator;
import org.ridgeline.exchange.Trail;
import org.ridgeline.ledger.RegisterAction;
import org.ridgeline.ledger.Subject;
import org.ridgeline.vocabulary.Fips;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Writes what was changed: for the public a line, for the ledger an entry.
final class ChangeLog {
  private final JdbcClient jdbc;
  private final JdbcTemplate many;
  private final Trail trail;

  ChangeLog(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
    many = new JdbcTemplate(dataSource);
    trail = new Trail(dataSource);
  }

  /// A line to be written.
  record Line(Fips fips, String what, String why) {}

  /// Writes a change with its entry.
  /// - **Shape** `detail` of the entry
  void say(RegisterAction action, Line line, Map<String, String> detail, Administrator by) {
    say(List.of(line), by);
    trail.administrator(by, action, Subject.Kind.JURISDICTION.of(line.fips().value()), detail);
  }

  /// Writes changes that one entry stands for.
  void say(List<Line> lines, Administrator by) {
    many.batchUpdate(
        """
        insert into jurisdiction_change (at, by_whom, fips, what, why)
        values (now(), ?, ?, ?, ?)
        """,
        lines.stream()
            .map(l -> new Object[] {by.name(), l.fips().value(), l.what(), l.why()})
            .toList());
  }

  /// Holds a jurisdiction's row until the transaction ends.
  /// - **Error** it is not listed: IllegalArgumentException
  Jurisdiction held(Fips fips) {
    return jdbc.sql("select name from jurisdiction where fips = ? for update")
        .param(fips.value())
        .query((row, _) -> new Jurisdiction(fips, row.getString(1)))
        .optional()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "fips="
                    + fips
                    + " is not listed, expected a jurisdiction of the register"
                    + " (jurisdiction import)"));
  }
}
