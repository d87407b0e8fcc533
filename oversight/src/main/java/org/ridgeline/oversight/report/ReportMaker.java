package org.ridgeline.oversight.report;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ridgeline.oversight.project.TallyStore;
import org.ridgeline.oversight.report.Report.Change;
import org.ridgeline.oversight.report.Report.Course;
import org.ridgeline.oversight.report.Report.Head;
import org.ridgeline.oversight.report.Report.Listing;
import org.ridgeline.oversight.report.Report.Published;

/// Makes reports of counts.
public final class ReportMaker {
  private ReportMaker() {}

  /// What a report is made of.
  /// - **Shape** `rows`: the counts up to the report's month, of which that month's and those of
  ///   the report before it stand apart; `unread`, `unsealed` as in [Head]
  public record Source(
      List<TallyStore.Row> rows, List<Listing> listings, long unread, List<String> unsealed) {
    public Source {
      unsealed = List.copyOf(unsealed);
      rows = List.copyOf(rows);
      listings = List.copyOf(listings);
    }

    Figures figures(YearMonth month) {
      return Figures.of(month, until(month));
    }

    List<AnswerTime> answers(YearMonth month) {
      return AnswerTime.of(month, until(month));
    }

    private List<TallyStore.Row> until(YearMonth month) {
      return rows.stream().filter(row -> !row.cell().month().isAfter(month)).toList();
    }
  }

  /// The first version of a month's report.
  /// - **Shape** `last` the newest version of the report before it, if there is one
  /// - **Error** tables that do not add up: [DoesNotAddUp]; counts that cannot be kept hidden, or a
  ///   report before it that the counts no longer say: IllegalStateException
  public static Report first(
      YearMonth month, Source source, Optional<Report> last, int k, Instant now) {
    Figures figures = source.figures(month);
    AddsUp.check(figures);
    Optional<Hiding.Earlier> earlier =
        last.map(report -> new Hiding.Earlier(report, source.figures(report.head().month())));
    earlier.ifPresent(ReportMaker::checkStands);
    List<Published> rows = Hiding.of(figures, earlier, k);
    Head head = new Head(month, 1, now, k, source.unread(), source.unsealed(), Optional.empty());
    return new Report(
        head,
        rows,
        source.listings(),
        courses(month, rows, last),
        List.of(),
        source.answers(month));
  }

  private static void checkStands(Hiding.Earlier earlier) {
    List<Change> changes = changes(earlier.report(), earlier.figures());
    if (!changes.isEmpty()) {
      Change one = changes.getFirst();
      throw new IllegalStateException(
          "the report of "
              + earlier.report().head().month()
              + " says otherwise than the counts do now in "
              + changes.size()
              + " places, the first "
              + one.key().area().code()
              + " "
              + one.key().line().key()
              + " "
              + one.key().row().value()
              + "; correct it first");
    }
  }

  /// What a report says otherwise than the counts do now.
  public static List<Change> stale(Report report, Source source) {
    return changes(report, source.figures(report.head().month()));
  }

  /// What a report shows that the counts no longer say.
  private static List<Change> changes(Report report, Figures figures) {
    List<Change> changes = new ArrayList<>();
    for (Published row : report.rows()) {
      Optional<Figures.Counts> now = Optional.ofNullable(figures.counts().get(row.key()));
      change(row.key(), "month", row.month(), now.map(Figures.Counts::month), changes);
      change(
          row.key(), "cumulative", row.cumulative(), now.map(Figures.Counts::cumulative), changes);
    }
    return changes;
  }

  private static void change(
      Key key, String column, Optional<Long> said, Optional<Long> now, List<Change> changes) {
    if (said.isPresent() && !said.equals(now)) {
      changes.add(new Change(key, column, said, now));
    }
  }

  /// The next version of a report whose counts changed since. What was hidden stays hidden, and
  /// what is hidden now is proven anew among the new numbers.
  /// - **Shape** `last` the newest version of the report of the month before
  /// - **Error** as of [#first]
  public static Report corrected(
      Report before, Source source, Optional<Report> last, String why, Instant now) {
    Head head = before.head();
    Figures figures = source.figures(head.month());
    AddsUp.check(figures);
    Optional<Hiding.Earlier> earlier =
        last.map(report -> new Hiding.Earlier(report, source.figures(report.head().month())));
    earlier.ifPresent(ReportMaker::checkStands);
    SortedMap<Key, Published> said = new TreeMap<>();
    before.rows().forEach(row -> said.put(row.key(), row));
    List<Published> rows = Hiding.of(figures, earlier, head.k(), said);
    return new Report(
        new Head(
            head.month(),
            head.version() + 1,
            now,
            head.k(),
            source.unread(),
            source.unsealed(),
            Optional.of(why)),
        rows,
        source.listings(),
        courses(head.month(), rows, Optional.of(before)),
        differences(said, rows),
        source.answers(head.month()));
  }

  private static List<Change> differences(SortedMap<Key, Published> said, List<Published> rows) {
    List<Change> changes = new ArrayList<>();
    for (Published row : rows) {
      Published old =
          said.getOrDefault(
              row.key(), new Published(row.key(), Optional.empty(), Optional.empty()));
      if (!old.month().equals(row.month())) {
        changes.add(new Change(row.key(), "month", old.month(), row.month()));
      }
      if (!old.cumulative().equals(row.cumulative())) {
        changes.add(new Change(row.key(), "cumulative", old.cumulative(), row.cumulative()));
      }
    }
    return changes;
  }

  private static List<Course> courses(
      YearMonth month, List<Published> rows, Optional<Report> last) {
    Stream<Course> before =
        last.stream()
            .flatMap(report -> report.courses().stream())
            .filter(one -> one.month().isBefore(month));
    Stream<Course> now =
        rows.stream()
            .filter(row -> row.key().row().equals(Row.ALL))
            .filter(row -> row.key().area().kind() != Area.Kind.JURISDICTION)
            .filter(row -> Report.COURSES.contains(row.key().line()))
            .map(row -> new Course(row.key().area(), row.key().line(), month, row.month()));
    return Stream.concat(before, now).toList();
  }
}
