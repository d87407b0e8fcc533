package org.ridgeline.oversight.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ridgeline.oversight.report.Report.Course;

/// A small chart a state, all of them of one height for one count a month.
final class StateCourses {
  private static final int COLUMNS = 8;
  private static final int WIDTH_PX = 90;
  private static final int HEIGHT_PX = 64;
  private static final int CURVE_PX = 40;

  private StateCourses() {}

  static String of(Report report) {
    Map<String, List<Course>> states =
        report.courses().stream()
            .filter(one -> one.line() == Line.MATCHED && one.area().kind() == Area.Kind.STATE)
            .collect(
                Collectors.groupingBy(one -> one.area().code(), TreeMap::new, Collectors.toList()));
    long most =
        states.values().stream()
            .flatMap(List::stream)
            .flatMap(one -> one.count().stream())
            .max(Long::compare)
            .orElse(1L);
    String title =
        "Machine matches each month by state, one scale: full height is " + Text.count(most);
    int rows = (states.size() + COLUMNS - 1) / COLUMNS;
    Svg svg =
        new Svg(COLUMNS * WIDTH_PX, 34 + Math.max(1, rows) * HEIGHT_PX, title)
            .text(0, 16, "t", title);
    List<String> names = new ArrayList<>(states.keySet());
    for (int i = 0; i < names.size(); i++) {
      double x = i % COLUMNS * (double) WIDTH_PX;
      double y = 30 + i / COLUMNS * (double) HEIGHT_PX;
      svg.text(x + 2, y + 12, "s", names.get(i)).rule(x, y + 14 + CURVE_PX, x + WIDTH_PX - 10);
      bars(svg, states.get(names.get(i)), new double[] {x, y + 14 + CURVE_PX}, most);
    }
    return svg.toString();
  }

  private static void bars(Svg svg, List<Course> months, double[] at, long most) {
    double step = (WIDTH_PX - 10.0) / months.size();
    for (int i = 0; i < months.size(); i++) {
      Course one = months.get(i);
      double high = CURVE_PX * (double) one.count().orElse(0L) / most;
      if (one.count().isPresent()) {
        svg.bar(
            new Svg.Box(at[0] + i * step, at[1] - high, Math.max(0.5, step - 0.5), high),
            "a",
            1,
            one.area().code() + " " + one.month() + ": " + Text.count(one.count()));
      }
    }
  }
}
