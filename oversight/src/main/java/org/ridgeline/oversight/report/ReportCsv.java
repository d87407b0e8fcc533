package org.ridgeline.oversight.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.ridgeline.estimate.share.Interval;
import org.ridgeline.estimate.share.Share;

/// A report's tables as CSV; what is hidden is empty.
final class ReportCsv {
  private ReportCsv() {}

  static String statistics(Report report) {
    return table(csv -> {
      csv.writeRecord(
          "area_kind",
          "area",
          "state",
          "line",
          "definition",
          "split",
          "value",
          "month",
          "cumulative");
      for (Report.Published row : report.rows()) {
        Key key = row.key();
        csv.writeRecord(
            key.area().kind().words(),
            key.area().code(),
            key.area().state(),
            key.line().key(),
            key.line().definition(),
            key.row().by().key(),
            key.row().value(),
            count(row.month()),
            count(row.cumulative()));
      }
    });
  }

  static String jurisdictions(Report report) {
    return table(csv -> {
      csv.writeRecord("fips", "name", "state", "active_from", "active_to");
      for (Report.Listing one : report.listings()) {
        csv.writeRecord(one.fips(), one.name(), one.state(), day(one.from()), day(one.to()));
      }
    });
  }

  static String courses(Report report) {
    return table(csv -> {
      csv.writeRecord("area_kind", "area", "line", "month", "count");
      for (Report.Course one : report.courses()) {
        csv.writeRecord(
            one.area().kind().words(),
            one.area().code(),
            one.line().key(),
            one.month().toString(),
            count(one.count()));
      }
    });
  }

  static String rates(Report report) {
    return table(csv -> {
      csv.writeRecord("definition", "split", "value", "part", "whole", "rate", "low95", "high95");
      for (Rate rate : Rate.of(report)) {
        Optional<Share> share = share(rate);
        Optional<Interval> bounds = share.map(Share::bounds);
        csv.writeRecord(
            rate.id(),
            rate.row().by().key(),
            rate.row().value(),
            count(rate.part()),
            count(rate.whole()),
            share.map(one -> Text.decimals(one.rate())).orElse(""),
            bounds.map(one -> Text.decimals(one.low())).orElse(""),
            bounds.map(one -> Text.decimals(one.high())).orElse(""));
      }
    });
  }

  static String answers(Report report) {
    return table(csv -> {
      csv.writeRecord("answer", "definition", "within", "month", "cumulative", "goal");
      for (AnswerTime one : report.answers()) {
        csv.writeRecord(
            one.answer().key(),
            one.answer().definition(),
            one.within().key(),
            thousandths(one.month()),
            thousandths(one.cumulative()),
            thousandths(
                Arrays.stream(AnswerTime.Goal.values())
                    .filter(goal -> goal.answer() == one.answer() && goal.within() == one.within())
                    .map(AnswerTime.Goal::share)
                    .findFirst()));
      }
    });
  }

  private static String thousandths(Optional<Integer> share) {
    return share.map(one -> "%d.%03d".formatted(one / 1000, one % 1000)).orElse("");
  }

  /// The share of a rate whose counts are both shown; none of nobody.
  static Optional<Share> share(Rate rate) {
    return rate.part()
        .flatMap(part ->
            rate.whole()
                .filter(whole -> whole > 0 && part <= whole)
                .map(whole -> new Share(part, whole)));
  }

  static String changes(Report report) {
    return table(csv -> {
      csv.writeRecord(
          "area_kind", "area", "line", "definition", "split", "value", "column", "before", "now");
      for (Report.Change one : report.changes()) {
        Key key = one.key();
        csv.writeRecord(
            key.area().kind().words(),
            key.area().code(),
            key.line().key(),
            key.line().definition(),
            key.row().by().key(),
            key.row().value(),
            one.column(),
            count(one.before()),
            count(one.now()));
      }
    });
  }

  private static String count(Optional<Long> count) {
    return count.map(String::valueOf).orElse("");
  }

  private static String day(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElse("");
  }

  private static String table(Consumer<CsvWriter> rows) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      rows.accept(csv);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
