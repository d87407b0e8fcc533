package org.ridgeline.oversight.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ridgeline.oversight.report.Report.Course;

/// The charts of a report.
final class Charts {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 220;
  private static final int LEFT = 70;
  private static final int TOP = 34;
  private static final int BOTTOM = 190;

  /// A chart has room for so many, so that a first one is no wall.
  private static final int MONTHS_LEAST = 24;

  private Charts() {}

  /// Every chart by its file's name.
  static SortedMap<String, String> of(Report report) {
    SortedMap<String, String> charts = new TreeMap<>();
    charts.put("coverage.svg", coverage(report));
    charts.put("levels.svg", levels(report));
    charts.put("map.svg", TileMap.of(report));
    charts.put("states.svg", StateCourses.of(report));
    for (Line line : Report.COURSES) {
      charts.put("course-" + line.key() + ".svg", course(report, line));
    }
    return charts;
  }

  private static String course(Report report, Line line) {
    List<Course> points =
        report.courses().stream()
            .filter(one -> one.area().equals(Area.NATION) && one.line() == line)
            .toList();
    long most = points.stream().flatMap(one -> one.count().stream()).max(Long::compare).orElse(0L);
    String title = line.words() + " each month, nation";
    Svg svg = framed(title, most);
    double step = (WIDTH - LEFT - 10.0) / Math.max(MONTHS_LEAST, points.size());
    for (int i = 0; i < points.size(); i++) {
      Course one = points.get(i);
      double x = LEFT + i * step;
      if (one.count().isPresent()) {
        double high = (BOTTOM - TOP) * (double) one.count().get() / Math.max(1, most);
        svg.bar(
            new Svg.Box(x, BOTTOM - high, Math.max(1, step - 2), high),
            "a",
            1,
            one.month() + ": " + Text.count(one.count()));
      }
      if (i == 0 || i == points.size() - 1) {
        boolean first = i == 0;
        svg.text(
            first ? x : x + step,
            BOTTOM + (first ? 16 : 30),
            first ? "s" : "e",
            one.month().toString());
      }
    }
    return svg.toString();
  }

  private static Svg framed(String title, long most) {
    return new Svg(WIDTH, HEIGHT, title)
        .text(0, 16, "t", title)
        .rule(LEFT, BOTTOM, WIDTH - 10)
        .rule(LEFT, TOP, WIDTH - 10)
        .text(LEFT - 6, BOTTOM, "e", "0")
        .text(LEFT - 6, TOP + 4, "e", Text.count(most));
  }

  private static String coverage(Report report) {
    YearMonth last = report.head().month();
    YearMonth first =
        report.listings().stream()
            .flatMap(one -> one.from().stream())
            .min(LocalDate::compareTo)
            .map(YearMonth::from)
            .filter(month -> !month.isAfter(last))
            .orElse(last);
    List<Integer> counts = new ArrayList<>();
    for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
      counts.add(report.coverage(month.atEndOfMonth()).jurisdictions().count());
    }
    Report.Coverage now = report.coverage(last.atEndOfMonth());
    int most = counts.stream().max(Integer::compare).orElse(0);
    String title = "Active at each month's end: " + now.jurisdictions() + " in " + now.states();
    Svg svg = framed(title, most);
    double step = (WIDTH - LEFT - 10.0) / Math.max(1, counts.size() - 1);
    List<double[]> points = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      double high = (BOTTOM - TOP) * (double) counts.get(i) / Math.max(1, most);
      points.add(new double[] {LEFT + i * step, BOTTOM - high});
    }
    return svg.line(points)
        .text(LEFT, BOTTOM + 18, "s", first.toString())
        .text(WIDTH - 10, BOTTOM + 18, "e", last.toString())
        .toString();
  }

  /// Identified and removed beside each other, level by level.
  private static String levels(Report report) {
    List<Row> rows = Row.By.LEVEL_AT_BOOKING.rows();
    String title = "Identified and removed since inception, by level at booking";
    Svg svg = new Svg(WIDTH, 60 + 52 * rows.size(), title).text(0, 16, "t", title);
    long most =
        rows.stream()
            .flatMap(row -> report.cumulative(Area.NATION, Line.IDENTIFIED, row).stream())
            .max(Long::compare)
            .orElse(1L);
    for (int i = 0; i < rows.size(); i++) {
      double y = 40 + 52.0 * i;
      Row row = rows.get(i);
      svg.text(0, y + 20, "s", row.words());
      Map<Line, String> kinds = Map.of(Line.IDENTIFIED, "a", Line.REMOVED, "b");
      for (Line line : List.of(Line.IDENTIFIED, Line.REMOVED)) {
        Optional<Long> count = report.cumulative(Area.NATION, line, row);
        double top = line == Line.REMOVED ? y + 20 : y;
        double wide = (WIDTH - 330.0) * count.orElse(0L) / Math.max(1, most);
        String says = Text.count(count) + (line == Line.REMOVED ? " removed" : " identified");
        svg.bar(new Svg.Box(120, top, Math.max(0, wide), 16), kinds.get(line), 1, says);
        svg.text(126 + Math.max(0, wide), top + 13, "s", says);
      }
    }
    return svg.toString();
  }
}
