package org.ridgeline.oversight.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.ridgeline.oversight.report.AnswerTime.Answer;
import org.ridgeline.oversight.track.Band;
import org.ridgeline.oversight.track.Cell;
import org.ridgeline.oversight.track.Measure;
import org.ridgeline.oversight.track.Place;
import org.ridgeline.oversight.track.Split;

class AnswerTimeTest {
  private static final YearMonth MONTH = YearMonth.of(2011, 4);
  private static final Place PLACE = new Place("06067", "CA");

  private final Map<Cell, Long> counts = new HashMap<>();

  private void count(Measure measure, Band band, YearMonth month, long n) {
    counts.merge(new Cell(measure, band.name(), month, PLACE, Split.NONE), n, Long::sum);
  }

  private Report report() {
    return Months.publish(Months.source(counts), MONTH, 1).getFirst();
  }

  @Test
  void sharesAreOfAnswersMadeInTheMonthAndSinceInception() {
    count(Measure.FIRST_ANSWER, Band.WITHIN_10_S, MONTH.minusMonths(1), 9_000);
    count(Measure.FIRST_ANSWER, Band.WITHIN_1_MIN, MONTH, 960);
    count(Measure.FIRST_ANSWER, Band.WITHIN_2_H, MONTH, 36);
    count(Measure.FIRST_ANSWER, Band.LATER, MONTH, 4);
    count(Measure.FIRST_ANSWER, Band.LATER, MONTH.plusMonths(1), 7_000);
    Report report = report();
    assertThat(report.answer(Answer.FIRST, Band.WITHIN_10_S))
        .contains(new AnswerTime(Answer.FIRST, Band.WITHIN_10_S, Optional.of(0), Optional.of(900)));
    assertThat(report.answer(Answer.FIRST, Band.WITHIN_10_MIN))
        .contains(
            new AnswerTime(Answer.FIRST, Band.WITHIN_10_MIN, Optional.of(960), Optional.of(996)));
    assertThat(report.answer(Answer.FIRST, Band.WITHIN_24_H).orElseThrow().month()).contains(996);
    assertThat(report.answer(Answer.FIRST, Band.LATER).orElseThrow().month()).contains(1000);
    assertThat(report.answer(Answer.SECOND, Band.LATER)).isEmpty();
  }

  @Test
  void ofFewerThanAThousandNothingIsSaid() {
    count(Measure.SECOND_ANSWER, Band.WITHIN_10_S, MONTH.minusMonths(1), 1);
    count(Measure.SECOND_ANSWER, Band.WITHIN_10_S, MONTH, 999);
    assertThat(report().answer(Answer.SECOND, Band.WITHIN_10_S))
        .contains(
            new AnswerTime(Answer.SECOND, Band.WITHIN_10_S, Optional.empty(), Optional.of(1000)));
  }

  /// Whoever knows the shares learns nothing of how many answers there were.
  @Test
  void anyNumberOfAnswersFromAThousandOnHasTheSameShares() {
    for (int all = AnswerTime.ANSWERS_MIN; all < 1_200; all++) {
      for (int share = 0; share <= 1000; share++) {
        long within = Math.round(share * all / 1000.0);
        assertThat((2 * within * 1000 + all) / (2L * all))
            .as(share + " of " + all)
            .isEqualTo(share);
      }
    }
  }

  @Test
  void goalsAreKeptOrMissedAndSaidOnThePageOnPaperAndInFiles() {
    count(Measure.FIRST_ANSWER, Band.WITHIN_10_S, MONTH, 900);
    count(Measure.FIRST_ANSWER, Band.WITHIN_2_H, MONTH, 95);
    count(Measure.FIRST_ANSWER, Band.LATER, MONTH, 5);
    SortedMap<String, byte[]> files = ReportFiles.of(report());
    assertThat(text(files, "index.html"))
        .contains("Goals, every month", "<td class=\"n\">200.0 %</td><td class=\"n\">missed</td>")
        .contains("<td class=\"n\">50.0 %</td><td class=\"n\">kept</td>", "answers.csv");
    assertThat(text(files, "answers.csv"))
        .contains("first,first-answer/1,within-10-min,0.900,0.900,0.950\n")
        .contains("first,first-answer/1,within-2-h,0.995,0.995,0.990\n");
  }

  @Test
  void aReportMadeBeforeTimesWereToldStaysAsItIs() {
    count(Measure.RECEIVED, Band.LATER, MONTH, 50);
    Report before = report();
    assertThat(before.answers()).isEmpty();
    String json = ReportJson.write(before);
    assertThat(json).doesNotContain("answers");
    assertThat(ReportJson.write(ReportJson.read(json))).isEqualTo(json);
    assertThat(ReportFiles.of(before)).doesNotContainKey("answers.csv");
  }

  @Test
  void timesThatFactsDoNotSayAreFound() {
    count(Measure.FIRST_ANSWER, Band.WITHIN_2_H, MONTH, 2_000);
    Report report = report();
    ReportMaker.Source source = Months.source(counts);
    assertThat(ReportCheck.of(report, source)).isEmpty();
    Report read = ReportJson.read(ReportJson.write(report));
    assertThat(read).isEqualTo(report);
    count(Measure.FIRST_ANSWER, Band.LATER, MONTH, 500);
    assertThat(ReportCheck.of(report, Months.source(counts)))
        .containsExactly("the times of answers are not what the facts say");
    assertThat(List.of(read.answers().getFirst().within())).containsExactly(Band.WITHIN_10_S);
  }

  private static String text(Map<String, byte[]> files, String name) {
    return new String(files.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
  }
}
