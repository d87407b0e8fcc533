package org.ridgeline.console.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.ridgeline.casework.verification.Mark;
import org.ridgeline.casework.verification.Plate;
import org.ridgeline.casework.verification.SupervisorDesk.Marked;
import org.ridgeline.casework.verification.Verdict;
import org.ridgeline.console.workbench.ConflictPage.VerdictLine;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.Minutia;
import org.ridgeline.vocabulary.Template;

/// What those who looked at a settled conflict marked, finger by finger, verdict beside verdict.
/// - **Shape** `fingers` in which somebody marked something; `unmarked` the others in words, empty
///   where there are none
record MarksView(
    ConflictPage.ReviewView review, boolean hasPrints, List<Finger> fingers, String unmarked) {
  private static final int MARGIN_PX = 55;

  /// A finger's template on one side, where its print is still here.
  interface Templates {
    Optional<Template> of(int fgp, boolean isLeft);
  }

  /// A finger.
  /// - **Shape** `silent`: who marked nothing in it, in words, empty where nobody
  record Finger(int fgp, String label, List<Cell> cells, String silent) {}

  /// What one of them marked in it.
  record Cell(VerdictLine verdict, String marked, List<Side> sides) {}

  /// Left or right print with its marks.
  /// - **Shape** `viewBox`: the part of the plate that has the print; `letter`: the labels' size
  record Side(String name, int sidePx, String viewBox, String letter, DrawnMarks drawn) {}

  /// The part of a plate that is shown.
  private record Frame(double x, double y, double side) {
    String viewBox() {
      return Stream.of(x, y, side, side)
          .map(DrawnMarks::number)
          .reduce((a, b) -> a + " " + b)
          .orElseThrow();
    }
  }

  static MarksView of(Marked marked, Templates templates) {
    List<Verdict> verdicts = marked.review().verdicts();
    ConflictPage.ReviewView review = ConflictPage.ReviewView.of(marked.review());
    List<Finger> fingers = new ArrayList<>();
    List<String> unmarked = new ArrayList<>();
    for (FingerPosition position : FingerPosition.values()) {
      int fgp = position.fgp();
      if (verdicts.stream().anyMatch(verdict -> isMarked(verdict.given(), fgp))) {
        fingers.add(finger(position, review, verdicts, templates));
      } else if (marked.fingers().contains(fgp)) {
        unmarked.add(position.label());
      }
    }
    return new MarksView(review, !marked.fingers().isEmpty(), fingers, String.join(", ", unmarked));
  }

  private static Finger finger(
      FingerPosition position,
      ConflictPage.ReviewView review,
      List<Verdict> verdicts,
      Templates templates) {
    int fgp = position.fgp();
    List<Frame> frames = frames(verdicts, fgp, templates);
    List<Cell> cells = new ArrayList<>();
    List<String> silent = new ArrayList<>();
    for (int i = 0; i < verdicts.size(); i++) {
      VerdictLine line = review.verdicts().get(i);
      if (isMarked(verdicts.get(i).given(), fgp)) {
        cells.add(cell(line, verdicts.get(i).given(), fgp, frames));
      } else {
        silent.add(line.place().toLowerCase(Locale.ROOT));
      }
    }
    return new Finger(fgp, label(position), cells, String.join(" and ", silent));
  }

  private static boolean isMarked(Verdict.Given given, int fgp) {
    return given.marks().stream().anyMatch(mark -> mark.fgp() == fgp)
        || given.lines().stream().anyMatch(line -> line.fgp() == fgp);
  }

  private static Cell cell(VerdictLine line, Verdict.Given given, int fgp, List<Frame> frames) {
    long agreeing = marks(given, fgp).filter(Mark::agrees).count();
    long differing = marks(given, fgp).count() - agreeing;
    String marked = agreeing + " agree, " + differing + " differ";
    return new Cell(
        line,
        marked,
        List.of(
            side("left", given, fgp, frames.getFirst()),
            side("right", given, fgp, frames.getLast())));
  }

  private static Side side(String name, Verdict.Given given, int fgp, Frame frame) {
    double unit = frame.side() / 100;
    return new Side(
        name,
        Plate.SIDE_PX,
        frame.viewBox(),
        DrawnMarks.number(4.5 * unit),
        DrawnMarks.of(given, fgp, name.equals("left"), unit));
  }

  private static Stream<Mark> marks(Verdict.Given given, int fgp) {
    return given.marks().stream().filter(mark -> mark.fgp() == fgp);
  }

  /// Left and right, of one size: what looks larger is larger.
  private static List<Frame> frames(List<Verdict> verdicts, int fgp, Templates templates) {
    List<double[]> boxes = new ArrayList<>();
    for (boolean isLeft : new boolean[] {true, false}) {
      Stream<Mark.Spot> spots =
          verdicts.stream()
              .flatMap(verdict -> marks(verdict.given(), fgp))
              .map(mark -> isLeft ? mark.first() : mark.second());
      Stream<Mark.Spot> minutiae =
          templates.of(fgp, isLeft).stream()
              .flatMap(template -> template.minutiae().stream())
              .map((Minutia m) -> new Mark.Spot(m.x(), m.y()));
      boxes.add(box(Stream.concat(spots, minutiae).toList()));
    }
    double side =
        2 * MARGIN_PX
            + boxes.stream().mapToDouble(b -> Math.max(b[2] - b[0], b[3] - b[1])).max().orElse(0);
    return boxes.stream()
        .map(b -> new Frame((b[0] + b[2] - side) / 2, (b[1] + b[3] - side) / 2, side))
        .toList();
  }

  private static double[] box(List<Mark.Spot> spots) {
    return new double[] {
      spots.stream().mapToDouble(Mark.Spot::x).min().orElse(0),
      spots.stream().mapToDouble(Mark.Spot::y).min().orElse(0),
      spots.stream().mapToDouble(Mark.Spot::x).max().orElse(Plate.SIDE_PX),
      spots.stream().mapToDouble(Mark.Spot::y).max().orElse(Plate.SIDE_PX)
    };
  }

  private static String label(FingerPosition finger) {
    return Character.toUpperCase(finger.label().charAt(0)) + finger.label().substring(1);
  }
}
