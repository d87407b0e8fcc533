package org.ridgeline.oversight.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ridgeline.oversight.project.TallyStore;
import org.ridgeline.oversight.track.Cell;
import org.ridgeline.oversight.track.FactsAtRandom;
import org.ridgeline.oversight.track.Fold;

/// Reports of fictional months, one after the other.
final class Months {
  static final Instant MADE = Instant.parse("2011-05-03T09:00:00Z");
  static final List<Report.Listing> LISTINGS =
      List.of(
          listing("01001", "Autry County", "AL"),
          listing("01003", "Birchall County", "AL"),
          listing("06001", "Corran County", "CA"),
          listing("06067", "Dellmar County", "CA"),
          new Report.Listing("06075", "Eskin County", "CA", Optional.empty(), Optional.empty()),
          listing("11000", "A District", "DC"));

  private Months() {}

  private static Report.Listing listing(String fips, String name, String state) {
    return new Report.Listing(
        fips, name, state, Optional.of(LocalDate.of(2010, 11, 9)), Optional.empty());
  }

  static ReportMaker.Source source(int bookings, long seed) {
    return source(Fold.counts(FactsAtRandom.of(bookings, seed).all()));
  }

  static ReportMaker.Source source(Map<Cell, Long> counts) {
    List<TallyStore.Row> rows =
        counts.entrySet().stream()
            .map(one -> new TallyStore.Row(one.getKey(), one.getValue()))
            .sorted()
            .toList();
    return new ReportMaker.Source(rows, LISTINGS, 0, List.of());
  }

  /// So many months from a first one on, each going on from the one before.
  static List<Report> publish(ReportMaker.Source source, YearMonth first, int months) {
    List<Report> reports = new ArrayList<>();
    for (int i = 0; i < months; i++) {
      Optional<Report> last = reports.isEmpty() ? Optional.empty() : Optional.of(reports.getLast());
      reports.add(ReportMaker.first(first.plusMonths(i), source, last, 10, MADE));
    }
    return reports;
  }
}
