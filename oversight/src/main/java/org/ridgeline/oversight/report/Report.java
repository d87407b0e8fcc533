package org.ridgeline.oversight.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.ridgeline.oversight.track.Band;
import org.ridgeline.vocabulary.Fips;
import org.ridgeline.vocabulary.JurisdictionCount;
import org.ridgeline.vocabulary.StateCount;

/// A month's report as it is published: everything that its files say, and nothing that is hidden.
/// - **Shape** `rows` in the order of their keys; `listings` the register by FIPS code; `courses`
///   totals of the nation and its states in every month published so far; `changes` what a
///   corrected version says otherwise than the one before; `answers` how long they took
public record Report(
    Head head,
    List<Published> rows,
    List<Listing> listings,
    List<Course> courses,
    List<Change> changes,
    List<AnswerTime> answers) {
  public Report {
    rows = List.copyOf(rows);
    listings = List.copyOf(listings);
    courses = List.copyOf(courses);
    changes = List.copyOf(changes);
    answers = List.copyOf(answers);
  }

  /// How many jurisdictions take part on a day, and in how many of the fifty states.
  Coverage coverage(LocalDate day) {
    List<Listing> active = listings.stream().filter(one -> one.isActive(day)).toList();
    return new Coverage(
        new JurisdictionCount((int) active.stream().map(Listing::fips).distinct().count()),
        new StateCount(
            (int)
                active.stream()
                    .filter(one -> new Fips(one.fips()).liesInState())
                    .map(Listing::state)
                    .distinct()
                    .count()));
  }

  /// Two counts that are never one another.
  public record Coverage(JurisdictionCount jurisdictions, StateCount states) {}

  /// What it is.
  /// - **Shape** `version` 1, then one more for each correction; `k`: fewer are hidden; `unread`:
  ///   facts that could not be read and count for nothing; `unsealed` streams whose facts count and
  ///   that nobody can check, by name; `why` it was corrected
  public record Head(
      YearMonth month,
      int version,
      Instant madeAt,
      int k,
      long unread,
      List<String> unsealed,
      Optional<String> why) {
    public Head {
      unsealed = List.copyOf(unsealed);
    }
  }

  /// A count in the month and since inception, each empty where hidden.
  public record Published(Key key, Optional<Long> month, Optional<Long> cumulative) {}

  /// A jurisdiction's period of activity.
  public record Listing(
      String fips, String name, String state, Optional<LocalDate> from, Optional<LocalDate> to) {
    /// Whether it takes part on a day.
    public boolean isActive(LocalDate day) {
      return from.isPresent()
          && !from.get().isAfter(day)
          && to.map(end -> end.isAfter(day)).orElse(true);
    }
  }

  /// A total of one month.
  public record Course(Area area, Line line, YearMonth month, Optional<Long> count) {}

  /// A number that a version says otherwise than the one before.
  /// - **Shape** `column`: month or cumulative; empty where hidden
  public record Change(Key key, String column, Optional<Long> before, Optional<Long> now) {}

  /// The lines whose course is told.
  static final List<Line> COURSES =
      List.of(Line.RECEIVED, Line.MATCHED, Line.IDENTIFIED, Line.REMOVED);

  /// How much of an answer was made within a time.
  Optional<AnswerTime> answer(AnswerTime.Answer answer, Band within) {
    return answers.stream()
        .filter(one -> one.answer() == answer && one.within() == within)
        .findFirst();
  }

  /// A count since inception; empty where hidden, or in no table.
  Optional<Long> cumulative(Area area, Line line, Row row) {
    return row(area, line, row).flatMap(Published::cumulative);
  }

  /// One row.
  Optional<Published> row(Area area, Line line, Row row) {
    Key key = new Key(area, line, row);
    int low = 0;
    int high = rows.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int side = rows.get(middle).key().compareTo(key);
      if (side == 0) {
        return Optional.of(rows.get(middle));
      }
      low = side < 0 ? middle + 1 : low;
      high = side < 0 ? high : middle - 1;
    }
    return Optional.empty();
  }
}
