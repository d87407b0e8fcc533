package org.ridgeline.oversight.sealed;

import java.sql.Date;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How the exchange puts sealed demographics in and takes them out again: by two functions, in the
/// transaction that is open. It reads nothing.
public final class DemographicIntake {
  private final JdbcClient jdbc;
  private final SealKey key;

  /// - **Shape** `dataSource` of the exchange: its transactions are joined
  public DemographicIntake(DataSource dataSource, SealKey key) {
    jdbc = JdbcClient.create(dataSource);
    this.key = key;
  }

  /// Seals and keeps; where there is a row of that number, that one stays.
  public void put(Booking booking, Demographics demographics) {
    SealedBox box = key.seal(booking, demographics);
    jdbc.sql("select sealed.put(?, ?, array[?, ?, ?], ?, ?)")
        .params(
            booking.control(),
            Date.valueOf(booking.day()),
            booking.agency(),
            booking.fips(),
            booking.state(),
            box.bytes(),
            box.keyId())
        .query((_, _) -> true)
        .list();
  }

  /// Takes a booking's out, gives how many there were.
  public long forget(String control) {
    return jdbc.sql("select sealed.forget(?)").param(control).query(Long.class).single();
  }
}
