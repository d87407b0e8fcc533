package org.ridgeline.oversight.sealed;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Counts of sealed demographics, for who has both the schema's own role and the key that opens.
/// Each row is opened, counted and let go of; no person leaves it.
public final class DemographicStore {
  private static final int ROWS_AT_ONCE = 1_000;

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;

  /// - **Shape** `dataSource` of the role `ridgeline_sealed`
  public DemographicStore(DataSource dataSource) {
    jdbc = new JdbcTemplate(dataSource);
    jdbc.setFetchSize(ROWS_AT_ONCE);
    transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
  }

  /// What bookings are counted by.
  public enum By {
    AGENCY("agency"),
    FIPS("fips"),
    STATE("state");

    private final String column;

    By(String column) {
      this.column = column;
    }
  }

  /// Days on which bookings came, both included.
  public record Days(LocalDate from, LocalDate to) {}

  /// Counts the bookings of some days, all as they stand at one moment.
  public BookedCounts read(OpeningKey key, By by, Days days) {
    transaction.setIsolationLevel(TransactionTemplate.ISOLATION_REPEATABLE_READ);
    transaction.setReadOnly(true);
    return transaction.execute(_ -> {
      Map<String, Map<Demographics, Long>> units = new TreeMap<>();
      Map<String, Long> unopened = new TreeMap<>();
      jdbc.query(
          "select control, received_on, agency, fips, state, ciphertext, key_id, "
              + by.column
              + " as unit from demographic where received_on between ? and ?",
          row -> {
            String unit = row.getString("unit");
            Optional<Demographics> one = opened(key, row);
            if (one.isPresent()) {
              units.computeIfAbsent(unit, _ -> new HashMap<>()).merge(one.get(), 1L, Long::sum);
            } else {
              unopened.merge(unit, 1L, Long::sum);
            }
          },
          Date.valueOf(days.from()),
          Date.valueOf(days.to()));
      return new BookedCounts(units, unopened, forgotten(by, days));
    });
  }

  /// Rows counted by whatever a booking's number, day and place are led to.
  /// - **Shape** `unopened`: rows that the key does not open, by the same; `forgotten`: bookings of
  ///   the days whose row was taken out
  public record Tally<U>(
      Map<U, Map<Demographics, Long>> counts, Map<U, Long> unopened, long forgotten) {
    public Tally {
      Map<U, Map<Demographics, Long>> copy = new HashMap<>();
      counts.forEach((unit, some) -> copy.put(unit, Map.copyOf(some)));
      counts = Map.copyOf(copy);
      unopened = Map.copyOf(unopened);
    }
  }

  /// Counts the bookings of some days by more than their place: whoever asks says from a booking's
  /// number, day and place, and without what is sealed, where it counts. All as they stand at one
  /// moment.
  public <U> Tally<U> tally(OpeningKey key, Days days, Function<Booking, U> where) {
    transaction.setIsolationLevel(TransactionTemplate.ISOLATION_REPEATABLE_READ);
    transaction.setReadOnly(true);
    return transaction.execute(_ -> {
      Map<U, Map<Demographics, Long>> counts = new HashMap<>();
      Map<U, Long> unopened = new HashMap<>();
      jdbc.query(
          "select control, received_on, agency, fips, state, ciphertext, key_id"
              + " from demographic where received_on between ? and ?",
          row -> {
            U unit = where.apply(booking(row));
            Optional<Demographics> one = opened(key, row);
            if (one.isPresent()) {
              counts.computeIfAbsent(unit, _ -> new HashMap<>()).merge(one.get(), 1L, Long::sum);
            } else {
              unopened.merge(unit, 1L, Long::sum);
            }
          },
          Date.valueOf(days.from()),
          Date.valueOf(days.to()));
      long gone = forgotten(By.STATE, days).values().stream().mapToLong(Long::longValue).sum();
      return new Tally<>(counts, unopened, gone);
    });
  }

  private static Booking booking(ResultSet row) throws SQLException {
    return new Booking(
        row.getString("control"),
        row.getObject("received_on", LocalDate.class),
        row.getString("agency"),
        row.getString("fips"),
        row.getString("state"));
  }

  private static Optional<Demographics> opened(OpeningKey key, ResultSet row) throws SQLException {
    return key.open(
        booking(row), new SealedBox(row.getString("key_id"), row.getBytes("ciphertext")));
  }

  private Map<String, Long> forgotten(By by, Days days) {
    Map<String, Long> forgotten = new TreeMap<>();
    jdbc.query(
        "select "
            + by.column
            + " as unit, bookings from forgotten where received_on between ? and ?",
        row -> {
          forgotten.merge(row.getString("unit"), row.getLong("bookings"), Long::sum);
        },
        Date.valueOf(days.from()),
        Date.valueOf(days.to()));
    return forgotten;
  }
}
