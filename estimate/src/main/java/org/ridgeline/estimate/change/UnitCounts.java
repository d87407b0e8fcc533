package org.ridgeline.estimate.change;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ridgeline.estimate.Limits;

/// Bookings of one unit by charge class, before and after its own activation.
/// - **Error** a count below 0, a name too long or blank: IllegalArgumentException
public record UnitCounts(
    String unit,
    LocalDate activated,
    SortedMap<String, Long> before,
    SortedMap<String, Long> after) {
  public UnitCounts {
    Limits.checkName("unit", unit);
    before = checked(before);
    after = checked(after);
  }

  private static SortedMap<String, Long> checked(SortedMap<String, Long> counts) {
    counts.forEach((name, count) -> {
      Limits.checkName("charge class", name);
      if (count < 0) {
        throw new IllegalArgumentException(name + "=" + count + " limit=0..");
      }
    });
    return Collections.unmodifiableSortedMap(new TreeMap<>(counts));
  }
}
