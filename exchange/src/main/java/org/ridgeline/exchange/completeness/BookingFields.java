package org.ridgeline.exchange.completeness;

import java.time.LocalDate;
import java.util.Set;
import javax.sql.DataSource;
import org.ridgeline.vocabulary.Ori;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Puts away what a booking had, without saying which booking it was.
public final class BookingFields {
  private final JdbcClient jdbc;

  public BookingFields(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /// Counts a booking, in the caller's transaction: with the booking or not at all.
  public void put(Ori agency, LocalDate received, boolean isRefused, FieldCheck check) {
    jdbc.sql(
            """
            insert into booking_fields (agency_ori, received_on, refused, missing, invalid, late)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            agency.value(),
            received,
            isRefused,
            names(check.missing()),
            names(check.invalid()),
            check.late().orElse(null))
        .update();
  }

  private static String[] names(Set<WatchedField> fields) {
    return fields.stream().map(WatchedField::name).sorted().toArray(String[]::new);
  }
}
