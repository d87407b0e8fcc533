package org.ridgeline.oversight.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A share of one line in another, since inception, of those of one row: how many of the persons
/// identified were removed, by level.
/// - **Shape** `part`, `whole` empty where hidden, and then there is no rate
public record Rate(String id, String words, Row row, Optional<Long> part, Optional<Long> whole) {
  /// The rates of the nation.
  static List<Rate> of(Report report) {
    Stream<Row> rows = Stream.concat(Stream.of(Row.ALL), Row.By.LEVEL_AT_BOOKING.rows().stream());
    Stream<Rate> removed =
        rows.map(row -> of(report, "removed-of-identified/1", Line.REMOVED, Line.IDENTIFIED, row));
    return Stream.concat(
            Stream.of(
                of(report, "matched-of-received/1", Line.MATCHED, Line.RECEIVED, Row.ALL),
                of(report, "answered-of-matched/1", Line.PERSON_ANSWER, Line.MATCHED, Row.ALL),
                of(report, "excluded-of-taken-up/1", Line.EXCLUDED, Line.IN_CASE, Row.ALL)),
            removed)
        .toList();
  }

  private static Rate of(Report report, String id, Line part, Line whole, Row row) {
    return new Rate(
        id,
        part.words() + " of " + whole.words(),
        row,
        report.cumulative(Area.NATION, part, row),
        report.cumulative(Area.NATION, whole, row));
  }
}
