package org.ridgeline.console.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ridgeline.casework.verification.Mark;
import org.ridgeline.casework.verification.RidgeLine;
import org.ridgeline.casework.verification.Verdict;

/// What somebody marked in one print of a finger, as SVG to be drawn over the print.
///
/// A circle is a ridge ending, a square a bifurcation, a triangle a dot, a diamond anything else; a
/// difference has four arms and its number is followed by a sign, so that nothing hangs on colour.
/// - **Shape** paths in pixels of the plate; `labels` the marks' numbers as the examiner saw them,
///   and how many ridges were counted across a line
record DrawnMarks(String agreeing, String differing, String lines, List<Label> labels) {
  /// What a label stands beside.
  enum Beside {
    AGREES,
    DIFFERS,
    COUNTS;

    /// The name of the style sheet's class.
    public String css() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// A number beside what it belongs to.
  record Label(String x, String y, String text, Beside beside) {}

  /// - **Shape** `unit`: a hundredth of what is shown across, by which all sizes go
  static DrawnMarks of(Verdict.Given given, int fgp, boolean isLeft, double unit) {
    StringBuilder agreeing = new StringBuilder();
    StringBuilder differing = new StringBuilder();
    StringBuilder lines = new StringBuilder();
    List<Label> labels = new ArrayList<>();
    for (Mark mark : given.marks()) {
      if (mark.fgp() == fgp) {
        Mark.Spot at = isLeft ? mark.first() : mark.second();
        shape(mark.agrees() ? agreeing : differing, mark.kind(), at, 1.8 * unit);
        if (!mark.agrees()) {
          arms(differing, at, 1.8 * unit);
        }
        labels.add(
            label(
                at.x() + 2.6 * unit,
                at.y() - 2.2 * unit,
                mark.number() + (mark.agrees() ? "" : " ≠"),
                mark.agrees() ? Beside.AGREES : Beside.DIFFERS));
      }
    }
    counts(
        lines,
        labels,
        given.lines().stream().filter(l -> l.fgp() == fgp && l.inFirst() == isLeft).toList(),
        unit);
    return new DrawnMarks(agreeing.toString(), differing.toString(), lines.toString(), labels);
  }

  private static void counts(
      StringBuilder lines, List<Label> labels, List<RidgeLine> counted, double unit) {
    for (RidgeLine line : counted) {
      lines.append('M').append(place(line.from().x(), line.from().y()));
      lines.append('L').append(place(line.to().x(), line.to().y()));
      labels.add(
          label(
              (line.from().x() + line.to().x()) / 2 + unit,
              (line.from().y() + line.to().y()) / 2 - unit,
              String.valueOf(line.counted()),
              Beside.COUNTS));
    }
  }

  private static void shape(StringBuilder out, Mark.Kind kind, Mark.Spot at, double r) {
    switch (kind) {
      case ENDING -> {
        String half = "a" + number(r) + " " + number(r) + " 0 1 0 ";
        out.append('M').append(place(at.x() - r, at.y()));
        out.append(half).append(number(2 * r)).append(" 0");
        out.append(half).append(number(-2 * r)).append(" 0");
      }
      case BIFURCATION -> {
        out.append('M').append(place(at.x() - r, at.y() - r)).append('h').append(number(2 * r));
        out.append('v').append(number(2 * r)).append('h').append(number(-2 * r)).append('z');
      }
      case DOT -> {
        out.append('M').append(place(at.x(), at.y() - 1.2 * r));
        out.append('L').append(place(at.x() + 1.2 * r, at.y() + r));
        out.append('L').append(place(at.x() - 1.2 * r, at.y() + r)).append('z');
      }
      case OTHER -> {
        out.append('M').append(place(at.x(), at.y() - 1.3 * r));
        out.append('L').append(place(at.x() + 1.3 * r, at.y()));
        out.append('L').append(place(at.x(), at.y() + 1.3 * r));
        out.append('L').append(place(at.x() - 1.3 * r, at.y())).append('z');
      }
    }
  }

  /// Outside the shape, so that they hide no ridge.
  private static void arms(StringBuilder out, Mark.Spot at, double r) {
    for (int right : new int[] {1, -1}) {
      for (int down : new int[] {1, -1}) {
        out.append('M').append(place(at.x() + right * r, at.y() + down * r));
        out.append('L').append(place(at.x() + right * 1.9 * r, at.y() + down * 1.9 * r));
      }
    }
  }

  private static Label label(double x, double y, String text, Beside beside) {
    return new Label(number(x), number(y), text, beside);
  }

  private static String place(double x, double y) {
    return number(x) + " " + number(y);
  }

  static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value).replaceFirst("\\.0$", "");
  }
}
