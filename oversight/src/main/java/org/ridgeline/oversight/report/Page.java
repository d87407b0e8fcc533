package org.ridgeline.oversight.report;

import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ridgeline.estimate.share.Share;
import org.ridgeline.oversight.report.Report.Published;
import org.ridgeline.oversight.track.Band;

/// A report as a page: what the files say, in tables, charts and words. Nothing on it is loaded
/// from elsewhere, and nothing runs.
final class Page {
  private static final String STYLE =
      "body{font:16px/1.5 system-ui,sans-serif;max-width:72rem;margin:0 auto;padding:1rem;"
          + "color:#1b1f24;background:#fff}table{border-collapse:collapse;margin:.5rem 0 1.5rem}"
          + "caption{text-align:left}th,td{padding:.25rem .75rem;text-align:left;"
          + "border-bottom:1px solid #8885}"
          + "td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}"
          + "tr.p th{padding-left:2rem;font-weight:400}.w{overflow-x:auto}"
          + "svg{max-width:100%;height:auto}a{color:#1f5fa8}small,.d{color:#555}"
          + "@media(prefers-color-scheme:dark){body{color:#e6e8eb;background:#14171a}"
          + "a{color:#8dbdf5}small,.d{color:#aab2bb}}";

  private final Report report;
  private final Map<String, String> charts;
  private final StringBuilder html = new StringBuilder(100_000);

  private Page(Report report, Map<String, String> charts) {
    this.report = report;
    this.charts = charts;
  }

  static String of(Report report, Map<String, String> charts) {
    Page page = new Page(report, charts);
    page.top();
    page.funnel();
    page.rates();
    page.answers();
    page.levels();
    page.courses();
    page.states();
    page.end();
    return page.html.toString();
  }

  private void top() {
    Report.Head head = report.head();
    Report.Coverage covered = report.coverage(head.month().atEndOfMonth());
    html.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/>")
        .append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"/>")
        .append("<title>Statistics ")
        .append(head.month())
        .append("</title><style>")
        .append(STYLE)
        .append("</style></head><body><main>\n<h1>Booking-print interoperability, ")
        .append(month())
        .append("</h1>\n");
    paragraph(
        "Version "
            + head.version()
            + ", made "
            + head.madeAt().truncatedTo(ChronoUnit.MINUTES)
            + " (UTC) from events. "
            + covered.jurisdictions()
            + " in "
            + covered.states()
            + " take part at the month's end.");
    head.why()
        .ifPresent(why ->
            paragraph(
                "This version corrects an earlier one: " + why + " What changed: changes.csv."));
    paragraph(
        "Counts below "
            + head.k()
            + " are hidden, zero among them, and so are further ones, so that no hidden count can"
            + " be worked out of this report and all before it. A hidden count may be small or"
            + " large. Months are UTC, by the day on which each step happened.");
    if (!head.unsealed().isEmpty()) {
      paragraph(
          "Nobody can check this report: events of "
              + String.join(", ", head.unsealed())
              + " count in it that are not kept.");
    }
    if (head.unread() > 0) {
      paragraph(head.unread() + " events could not be read and count for nothing.");
    }
  }

  private String month() {
    String name = report.head().month().getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    return name + " " + report.head().month().getYear();
  }

  private void paragraph(String text) {
    html.append("<p>").append(Text.escaped(text)).append("</p>\n");
  }

  private void heading(String text) {
    html.append("<h2>").append(Text.escaped(text)).append("</h2>\n");
  }

  private void table(String caption, List<String> heads) {
    html.append("<div class=\"w\" tabindex=\"0\" role=\"region\" aria-label=\"")
        .append(Text.escaped(caption))
        .append("\"><table><caption class=\"d\">")
        .append(Text.escaped(caption))
        .append("</caption><thead><tr>");
    for (int i = 0; i < heads.size(); i++) {
      html.append(i == 0 ? "<th scope=\"col\">" : "<th scope=\"col\" class=\"n\">")
          .append(Text.escaped(heads.get(i)))
          .append("</th>");
    }
    html.append("</tr></thead><tbody>\n");
  }

  private void row(boolean part, String head, List<String> cells) {
    html.append(part ? "<tr class=\"p\">" : "<tr>")
        .append("<th scope=\"row\">")
        .append(Text.escaped(head))
        .append("</th>");
    cells.forEach(
        cell -> html.append("<td class=\"n\">").append(Text.escaped(cell)).append("</td>"));
    html.append("</tr>\n");
  }

  private void closeTable() {
    html.append("</tbody></table></div>\n");
  }

  private void chart(String name) {
    html.append("<figure>").append(charts.get(name)).append("</figure>\n");
  }

  private void funnel() {
    heading("From booking to outcome");
    table(
        "The nation: bookings down to verification, cases from there",
        List.of("", "In the month", "Since inception", "Unit", "Definition"));
    for (Line line : Line.values()) {
      Optional<Published> row = report.row(Area.NATION, line, Row.ALL);
      row(
          Character.isLowerCase(line.words().charAt(0)),
          line.words(),
          List.of(
              Text.count(row.flatMap(Published::month)),
              Text.count(row.flatMap(Published::cumulative)),
              line.measure().unit().words(),
              line.definition()));
      Stream.of(Stage.values()).filter(stage -> isLast(line, stage)).forEach(this::waiting);
    }
    closeTable();
  }

  /// What waits stands below the last line that its stage leads to.
  private static boolean isLast(Line line, Stage stage) {
    Line last = stage.to().getLast();
    return last.parts().isEmpty() ? line == last : line == last.parts().getLast();
  }

  private void waiting(Stage stage) {
    boolean all =
        Stream.concat(Stream.of(stage.from()), stage.to().stream())
            .allMatch(line -> report.cumulative(Area.NATION, line, Row.ALL).isPresent());
    long waiting = stage.waiting(line -> report.cumulative(Area.NATION, line, Row.ALL).orElse(0L));
    row(
        true,
        stage.words(),
        List.of("", all && waiting >= report.head().k() ? Text.count(waiting) : "hidden", "", ""));
  }

  private void rates() {
    heading("Rates since inception");
    table(
        "The nation, with exact 95 % intervals",
        List.of("", "Rate", "95 % interval", "Part", "Whole", "Definition"));
    for (Rate rate : Rate.of(report)) {
      Optional<Share> share = ReportCsv.share(rate);
      String of = rate.row().equals(Row.ALL) ? "" : ", " + rate.row().words();
      row(
          !rate.row().equals(Row.ALL),
          rate.words() + of,
          List.of(
              share.map(one -> Text.percent(one.rate())).orElse("–"),
              share
                  .map(one ->
                      Text.percent(one.bounds().low()) + " to " + Text.percent(one.bounds().high()))
                  .orElse("–"),
              Text.count(rate.part()),
              Text.count(rate.whole()),
              rate.id()));
    }
    closeTable();
  }

  private void answers() {
    if (report.answers().isEmpty()) {
      return;
    }
    heading("How long answers took");
    table(
        "Of all answers of the nation, made within; of fewer than "
            + Text.count(AnswerTime.ANSWERS_MIN)
            + " nothing is said",
        List.of("", "In the month", "Since inception", "Definition"));
    for (AnswerTime time : report.answers()) {
      if (time.within() != Band.LATER) {
        row(
            time.within() != Band.WITHIN_10_S,
            time.within() == Band.WITHIN_10_S
                ? time.answer().words() + " " + time.within().words()
                : time.within().words(),
            List.of(
                AnswerTime.words(time.month()),
                AnswerTime.words(time.cumulative()),
                time.answer().definition()));
      }
    }
    closeTable();
    goals();
  }

  private void goals() {
    table(
        "Goals, every month; what may be late is the error budget",
        List.of("", "Goal", "In the month", "Budget used", ""));
    for (AnswerTime.Goal goal : AnswerTime.Goal.values()) {
      Optional<Integer> share =
          report.answer(goal.answer(), goal.within()).flatMap(AnswerTime::month);
      row(
          false,
          goal.answer().words() + " " + goal.within().words(),
          List.of(
              AnswerTime.words(Optional.of(goal.share())),
              AnswerTime.words(share),
              share.map(one -> Text.percent((1000.0 - one) / goal.budget())).orElse("–"),
              share.map(one -> one >= goal.share() ? "kept" : "missed").orElse("too few")));
    }
    closeTable();
  }

  private void levels() {
    heading("By conviction level, charge and facility");
    chart("levels.svg");
    for (Line line : List.of(Line.IDENTIFIED, Line.DETERMINED, Line.REMOVED)) {
      table(line.words(), List.of("", "In the month", "Since inception", "Split"));
      report.rows().stream()
          .filter(one -> one.key().area().equals(Area.NATION) && one.key().line() == line)
          .forEach(one ->
              row(
                  !one.key().row().equals(Row.ALL),
                  one.key().row().words(),
                  List.of(
                      Text.count(one.month()),
                      Text.count(one.cumulative()),
                      one.key().row().by().key())));
      closeTable();
    }
  }

  private void courses() {
    heading("Course");
    chart("coverage.svg");
    Report.COURSES.forEach(line -> chart("course-" + line.key() + ".svg"));
  }

  private void states() {
    heading("States");
    chart("map.svg");
    chart("states.svg");
    List<Line> lines =
        List.of(Line.RECEIVED, Line.MATCHED, Line.VERIFIED, Line.IDENTIFIED, Line.REMOVED);
    table(
        "Since inception; every jurisdiction is in statistics.csv",
        Stream.concat(Stream.of("State"), lines.stream().map(Line::words)).toList());
    report.rows().stream()
        .map(one -> one.key().area())
        .filter(area -> area.kind() == Area.Kind.STATE)
        .distinct()
        .forEach(area ->
            row(
                false,
                area.code(),
                lines.stream()
                    .map(line -> Text.count(report.cumulative(area, line, Row.ALL)))
                    .toList()));
    closeTable();
  }

  private void end() {
    heading("Files and definitions");
    paragraph(
        "Whoever wants to check these numbers finds every one of them in the files below, and can"
            + " have the report made again from the events by ridgeline audit verify-report.");
    html.append("<ul>");
    Stream.concat(
            report.answers().isEmpty() ? Stream.of() : Stream.of("answers.csv"),
            Stream.of(
                "statistics.csv",
                "rates.csv",
                "courses.csv",
                "jurisdictions.csv",
                "changes.csv",
                "report.json",
                "report.schema.json",
                "definitions.json",
                "report.pdf",
                "manifest.json"))
        .forEach(file ->
            html.append("<li><a href=\"")
                .append(file)
                .append("\">")
                .append(file)
                .append("</a></li>"));
    html.append("</ul>\n<dl>\n");
    Definitions.all()
        .forEach(one ->
            html.append("<dt id=\"")
                .append(one.anchor())
                .append("\">")
                .append(one.id())
                .append(" – ")
                .append(Text.escaped(one.words()))
                .append("</dt><dd>")
                .append(Text.escaped(one.text()))
                .append("</dd>\n"));
    html.append("</dl>\n</main></body></html>\n");
  }
}
