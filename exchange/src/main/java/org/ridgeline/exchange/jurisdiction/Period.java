package org.ridgeline.exchange.jurisdiction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// A time in which a jurisdiction is active.
/// - **Shape** `to` the first day it is not; one that was called off before it began ends on the
///   day of its beginning
public record Period(
    LocalDate from,
    Optional<LocalDate> to,
    Optional<BasisKind> basis,
    Optional<UUID> wave,
    boolean isImported) {
  static final String COLUMNS = "active_from, active_to, basis, wave_id, imported";

  /// Whether there is a day on which it is active.
  public boolean isReal() {
    return to.filter(from::equals).isEmpty();
  }

  /// Whether it is active on a day.
  public boolean isOn(LocalDate day) {
    return !from.isAfter(day) && to.filter(end -> !end.isAfter(day)).isEmpty();
  }

  /// Whether both have a day in common.
  boolean overlaps(Period other) {
    return isReal() && other.isReal() && endsAfter(other.from) && other.endsAfter(from);
  }

  boolean endsAfter(LocalDate day) {
    return to.filter(end -> !end.isAfter(day)).isEmpty();
  }

  static Period of(ResultSet row, int number) throws SQLException {
    return new Period(
        row.getObject("active_from", LocalDate.class),
        Optional.ofNullable(row.getObject("active_to", LocalDate.class)),
        Optional.ofNullable(row.getString("basis")).map(BasisKind::valueOf),
        Optional.ofNullable(row.getObject("wave_id", UUID.class)),
        row.getBoolean("imported"));
  }

  @Override
  public String toString() {
    return from + " to " + to.map(LocalDate::toString).orElse("open");
  }
}
