package org.ridgeline.oversight.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.ridgeline.oversight.track.Cell;
import org.ridgeline.oversight.track.FactsAtRandom;
import org.ridgeline.oversight.track.Fold;
import org.ridgeline.oversight.track.Measure;

/// What a month's report says and holds back.
class ReportTest {
  private static final YearMonth FIRST = YearMonth.of(2010, 12);

  @Test
  void everyCompulsoryRowIsThereAndNoSmallCountIsShown() {
    Report report = Months.publish(Months.source(6_000, 3), FIRST, 1).getFirst();
    for (Line line : Line.values()) {
      assertThat(report.row(Area.NATION, line, Row.ALL)).as(line.key()).isPresent();
    }
    for (Row row : Row.By.LEVEL_AT_BOOKING.rows()) {
      assertThat(report.row(Area.jurisdiction("06067", "CA"), Line.REMOVED, row)).isPresent();
    }
    assertThat(report.rows())
        .allMatch(row -> row.month().orElse(10L) >= 10 && row.cumulative().orElse(10L) >= 10);
    assertThat(report.cumulative(Area.NATION, Line.RECEIVED, Row.ALL)).isPresent();
  }

  /// Whatever small counts there are in states and counties, somebody else's makes up for them
  /// before a large total of the nation does.
  @Test
  void largeTotalsOfTheNationAreShownMonthAfterMonth() {
    List<Report> reports = Months.publish(Months.source(20_000, 3), FIRST, 3);
    for (Report report : reports) {
      for (Line line : List.of(Line.RECEIVED, Line.NO_MATCH, Line.MATCHED, Line.IDENTIFIED)) {
        Optional<Report.Published> row = report.row(Area.NATION, line, Row.ALL);
        assertThat(row.flatMap(Report.Published::month)).as(line.key()).isPresent();
        assertThat(row.flatMap(Report.Published::cumulative)).as(line.key()).isPresent();
      }
    }
  }

  @Test
  void thatNobodyCanCheckItIsSaidOnTheFirstScreen() {
    ReportMaker.Source sealed = Months.source(500, 3);
    ReportMaker.Source fictional =
        new ReportMaker.Source(sealed.rows(), sealed.listings(), 0, List.of("fictional-nation"));
    String page =
        new String(
            ReportFiles.of(Months.publish(fictional, FIRST, 1).getFirst()).get("index.html"),
            StandardCharsets.UTF_8);
    assertThat(page).contains("Nobody can check this report: events of fictional-nation count");
    assertThat(ReportFiles.of(Months.publish(sealed, FIRST, 1).getFirst()).get("index.html"))
        .asString(StandardCharsets.UTF_8)
        .doesNotContain("Nobody can check");
  }

  @Test
  void coverageCountsJurisdictionsAndStatesApart() {
    Report report = Months.publish(Months.source(200, 3), FIRST, 1).getFirst();
    Report.Coverage covered = report.coverage(FIRST.atEndOfMonth());
    assertThat(covered.jurisdictions()).hasToString("5 jurisdictions");
    assertThat(covered.states()).hasToString("2 states");
  }

  @Test
  void chargesConvictionsAndFacilitiesAreCountedApart() {
    Figures figures = Months.source(3_000, 3).figures(FIRST);
    long all = figures.of(new Key(Area.NATION, Line.IDENTIFIED, Row.ALL)).cumulative();
    for (Row.By by : List.of(Row.By.LEVEL_AT_BOOKING, Row.By.CHARGED, Row.By.FACILITY)) {
      long sum =
          by.rows().stream()
              .mapToLong(row -> figures.of(new Key(Area.NATION, Line.IDENTIFIED, row)).cumulative())
              .sum();
      assertThat(sum).as(by.key()).isEqualTo(all).isPositive();
    }
    Row jail = new Row(Row.By.FACILITY, "LOCAL_JAIL");
    assertThat(figures.of(new Key(Area.NATION, Line.IDENTIFIED, jail)).cumulative()).isEqualTo(all);
    Row open = new Row(Row.By.CHARGED, "OPEN_CHARGE");
    assertThat(figures.of(new Key(Area.NATION, Line.IDENTIFIED, open)).cumulative())
        .isBetween(1L, all - 1);
  }

  @Test
  void everyTableHasALineForEachOfItsRows() {
    Report report = Months.publish(Months.source(1_000, 4), FIRST, 2).getLast();
    SortedMap<String, byte[]> files = ReportFiles.of(report);
    assertThat(lines(files, "statistics.csv")).isEqualTo(report.rows().size() + 1);
    assertThat(lines(files, "jurisdictions.csv")).isEqualTo(report.listings().size() + 1);
    assertThat(lines(files, "courses.csv")).isEqualTo(report.courses().size() + 1);
    assertThat(lines(files, "changes.csv")).isEqualTo(1);
    assertThat(lines(files, "rates.csv")).isEqualTo(Rate.of(report).size() + 1);
  }

  private static long lines(SortedMap<String, byte[]> files, String name) {
    return new String(files.get(name), StandardCharsets.UTF_8).lines().count();
  }

  @Test
  void whereNothingWasBeforeTheFirstMonthIsShownTwice() {
    Report report = Months.publish(Months.source(6_000, 3), YearMonth.of(2010, 11), 1).getFirst();
    var received = report.row(Area.NATION, Line.RECEIVED, Row.ALL).orElseThrow();
    assertThat(received.month()).isPresent();
    assertThat(received.cumulative()).isEqualTo(received.month());
  }

  @Test
  void theSameCountsGiveTheSameBytes() {
    ReportMaker.Source source = Months.source(2_000, 4);
    SortedMap<String, byte[]> one = ReportFiles.of(Months.publish(source, FIRST, 2).getLast());
    SortedMap<String, byte[]> other = ReportFiles.of(Months.publish(source, FIRST, 2).getLast());
    assertThat(one.keySet()).isEqualTo(other.keySet());
    one.forEach((name, bytes) -> assertThat(other.get(name)).as(name).isEqualTo(bytes));
  }

  @Test
  void everyFileIsMadeOfReportJsonAlone() {
    Report report = Months.publish(Months.source(2_000, 4), FIRST, 2).getLast();
    SortedMap<String, byte[]> files = ReportFiles.of(report);
    Report read =
        ReportJson.read(new String(files.get(ReportFiles.REPORT), StandardCharsets.UTF_8));
    assertThat(read).isEqualTo(report);
    ReportFiles.of(read)
        .forEach((name, bytes) -> assertThat(files.get(name)).as(name).isEqualTo(bytes));
  }

  @Test
  void reportJsonIsAsItsSchemaSays() {
    ReportMaker.Source source = Months.source(2_000, 4);
    Report report = Months.publish(source, FIRST, 2).getLast();
    Report corrected =
        ReportMaker.corrected(
            report, Months.source(2_100, 4), Optional.empty(), "late facts", Months.MADE);
    for (Report one : List.of(report, corrected)) {
      SortedMap<String, byte[]> files = ReportFiles.of(one);
      String schema = new String(files.get("report.schema.json"), StandardCharsets.UTF_8);
      var checked =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(schema)
              .validate(
                  new String(files.get(ReportFiles.REPORT), StandardCharsets.UTF_8),
                  InputFormat.JSON);
      assertThat(checked).isEmpty();
    }
  }

  @Test
  void countsThatChangedAfterwardsAreCorrectedBeforeAnythingMoreIsPublished() {
    FactsAtRandom facts = FactsAtRandom.of(3_000, 5);
    Map<Cell, Long> counts = Fold.counts(facts.all());
    Report first = Months.publish(Months.source(counts), FIRST, 1).getFirst();
    Map<Cell, Long> later = new HashMap<>(counts);
    Cell moved =
        later.keySet().stream()
            .filter(cell -> cell.measure() == Measure.RECEIVED && cell.month().equals(FIRST))
            .findFirst()
            .orElseThrow();
    later.merge(moved, 100L, Long::sum);
    ReportMaker.Source now = Months.source(later);
    assertThatThrownBy(
            () -> ReportMaker.first(FIRST.plusMonths(1), now, Optional.of(first), 10, Months.MADE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the report of 2010-12 says otherwise")
        .hasMessageContaining("correct it first");
    Report second =
        ReportMaker.corrected(first, now, Optional.empty(), "100 bookings came late", Months.MADE);
    assertThat(second.head().version()).isEqualTo(2);
    assertThat(second.changes())
        .as("what was hidden stays so")
        .allMatch(change -> change.before().isPresent());
    assertThat(second.changes())
        .filteredOn(change -> change.now().isPresent())
        .isNotEmpty()
        .allSatisfy(change -> {
          assertThat(change.key().line()).isEqualTo(Line.RECEIVED);
          assertThat(change.now().orElseThrow() - change.before().orElseThrow()).isEqualTo(100);
        });
    assertThat(
            ReportMaker.first(FIRST.plusMonths(1), now, Optional.of(second), 10, Months.MADE)
                .head()
                .version())
        .isEqualTo(1);
  }

  @Test
  void moreTakenUpThanMatchedIsRefused() {
    Map<Cell, Long> counts = new HashMap<>(Fold.counts(FactsAtRandom.of(500, 6).all()));
    counts.keySet().removeIf(cell -> cell.measure() == Measure.MATCHED);
    assertThatThrownBy(() ->
            ReportMaker.first(FIRST, Months.source(counts), Optional.empty(), 10, Months.MADE))
        .isInstanceOf(DoesNotAddUp.class)
        .hasMessageContaining("matched is less than what followed from it");
  }
}
