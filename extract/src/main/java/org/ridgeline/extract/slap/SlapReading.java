package org.ridgeline.extract.slap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// A slap read at one turn: the fingers seen, and how well that fits a hand that points up.
/// - **Shape** `pads` are cut at the first joint, `whole` the same fingers uncut; from left to
///   right; `fit`: what seams and prints left over cost
record SlapReading(int turnDegrees, List<FingerShape> pads, List<FingerShape> whole, double fit) {
  /// A lower joint begins this far under its fingertip, at least.
  private static final int JOINT_BELOW = FingerSize.cells(0.40);

  private static final double SAME_COLUMNS = 0.40;

  /// A piece of a tip that a scar parts from the rest of it.
  private static final int TIP_HEIGHT_MAX = FingerSize.cells(0.45);

  private static final int TIP_GAP_MAX = FingerSize.cells(0.12);

  private static final double RIDGE_SHARE_MIN = 0.60;
  private static final double SAMENESS_MAX = 0.92;

  /// Handwriting has 0.27 and more, prints of usual quality up to 0.19; a dry print has as much as
  /// writing, but is whole.
  private static final double BLANK_SHARE_MAX = 0.23;

  private static final double WHOLE_RIDGE_SHARE = 0.80;
  private static final double WHOLE_FILL = 0.70;

  private static final double FILL_MIN = 0.45;

  /// What is smaller than this share of the middle finger seen is a stray mark.
  private static final double STRAY_SHARE = 0.30;

  private static final double CUT_SHARE = 0.60;

  /// What a shape that had to be parted costs.
  private static final double SEAM_COST = 15;

  /// What it costs when no print belongs to a finger.
  static final double REST_COST = 60;

  /// What a finger too many or too few costs: as much as a hand that leans badly, no more, so that
  /// four fingers are not read as three askew.
  private static final double COUNT_COST = 30;

  private static final double TURN_COST = 0.05;

  /// Reads the slap.
  /// - **Unit** `notchRows` as in [FingerSweep]
  static SlapReading of(SlapCells ridges, TurnedCells turned, Want want, int notchRows) {
    List<FingerShape> shapes = new ArrayList<>();
    for (int[] cells : FingerSweep.of(turned, notchRows)) {
      if (cells.length >= FingerSize.AREA_MIN / 4) {
        shapes.add(FingerShape.of(turned, cells));
      }
    }
    shapes.sort(Comparator.comparingInt(FingerShape::top).thenComparingInt(FingerShape::left));
    List<FingerShape> tips = topmost(joined(shapes), ridges, want.size());
    List<FingerShape> fingers = parted(tips, want);
    int seams = fingers.size() - tips.size();
    List<FingerShape> whole = new ArrayList<>();
    List<FingerShape> pads = new ArrayList<>();
    fingers.sort(Comparator.comparingDouble(FingerShape::middle));
    for (FingerShape finger : withoutStrays(fingers, ridges, want.count())) {
      FingerShape pad = JointCut.of(finger, ridges, want.size()).trimmed();
      if (isPad(pad, ridges) && pad.width() <= want.size().widthMax()) {
        whole.add(finger);
        pads.add(pad);
      }
    }
    int used = whole.stream().mapToInt(FingerShape::area).sum();
    double fit = SEAM_COST * seams + REST_COST * (1 - used / (double) Math.max(1, turned.prints()));
    return new SlapReading(want.turnDegrees(), List.copyOf(pads), List.copyOf(whole), fit);
  }

  /// What is looked for.
  record Want(int count, FingerSize size, int turnDegrees) {}

  /// Pieces of one tip as one shape.
  private static List<FingerShape> joined(List<FingerShape> shapes) {
    List<FingerShape> out = new ArrayList<>();
    for (FingerShape shape : shapes) {
      int piece = -1;
      for (int i = 0; i < out.size() && piece < 0; i++) {
        FingerShape above = out.get(i);
        int gap = shape.top() - above.bottom();
        boolean near = gap >= 0 && gap <= TIP_GAP_MAX && above.height() <= TIP_HEIGHT_MAX;
        piece = near && above.overlap(shape) > SAME_COLUMNS ? i : -1;
      }
      if (piece < 0) {
        out.add(shape);
      } else {
        out.set(piece, out.get(piece).with(shape));
      }
    }
    return out;
  }

  /// Shapes that could be fingers and have no finger above them: what has is its lower joint.
  private static List<FingerShape> topmost(
      List<FingerShape> shapes, SlapCells ridges, FingerSize size) {
    List<FingerShape> out = new ArrayList<>();
    for (FingerShape shape : shapes) {
      boolean lower =
          out.stream()
              .anyMatch(above ->
                  shape.top() - above.top() >= JOINT_BELOW && above.overlap(shape) > SAME_COLUMNS);
      if (!lower && isPad(JointCut.of(shape, ridges, size).trimmed(), ridges)) {
        out.add(shape);
      }
    }
    return out;
  }

  /// Too few shapes: the widest are fingers that touch, parted where they are joined least.
  private static List<FingerShape> parted(List<FingerShape> shapes, Want want) {
    List<FingerShape> out = new ArrayList<>(shapes);
    boolean more = true;
    while (more && !out.isEmpty() && out.size() < want.count()) {
      FingerShape widest =
          out.stream().max(Comparator.comparingInt(FingerShape::width)).orElseThrow();
      more = widest.width() >= FingerSize.PAIR_MIN;
      if (more) {
        int column = seam(widest, want.size());
        out.remove(widest);
        out.add(widest.beside(column, true));
        out.add(widest.beside(column, false));
      }
    }
    return out;
  }

  private static int seam(FingerShape pair, FingerSize size) {
    int[] columns = pair.depthByColumn();
    for (int at = 0; at < columns.length; at++) {
      columns[at] = Math.min(columns[at], size.heightMax());
    }
    int best = columns.length / 2;
    long least = Long.MAX_VALUE;
    for (int at = FingerSize.WIDTH_MIN; at < columns.length - FingerSize.WIDTH_MIN; at++) {
      long near = columns[at - 1] + 2L * columns[at] + columns[at + 1];
      // Of equals the middle one.
      long cost = near * columns.length + Math.abs(at - columns.length / 2);
      if (cost < least) {
        least = cost;
        best = at;
      }
    }
    return pair.left() + best;
  }

  /// Of too many, what the border cuts is a neighbour's, and what is small is a stray mark.
  private static List<FingerShape> withoutStrays(
      List<FingerShape> fingers, SlapCells ridges, int count) {
    if (fingers.size() <= count) {
      return fingers;
    }
    int[] areas = fingers.stream().mapToInt(FingerShape::area).sorted().toArray();
    int middle = areas[areas.length - (count + 1) / 2];
    List<FingerShape> out = new ArrayList<>(fingers);
    out.removeIf(finger -> finger.area() < STRAY_SHARE * middle);
    for (int i = out.size() - 1; i >= 0 && out.size() > count; i--) {
      FingerShape finger = out.get(i);
      if (finger.touchesBorder(ridges) && finger.area() < CUT_SHARE * middle) {
        out.remove(i);
      }
    }
    return out;
  }

  private static boolean isPad(FingerShape pad, SlapCells ridges) {
    return pad.width() >= FingerSize.WIDTH_MIN
        && pad.height() >= FingerSize.HEIGHT_MIN
        && pad.area() >= FingerSize.AREA_MIN
        && pad.area() >= FILL_MIN * pad.width() * pad.height()
        && pad.ridgeShare(ridges) >= RIDGE_SHARE_MIN
        && (isWhole(pad, ridges) || pad.blankShare(ridges) <= BLANK_SHARE_MAX)
        && pad.sameness(ridges) <= SAMENESS_MAX;
  }

  private static boolean isWhole(FingerShape pad, SlapCells ridges) {
    return pad.ridgeShare(ridges) >= WHOLE_RIDGE_SHARE
        && pad.area() >= WHOLE_FILL * pad.width() * pad.height();
  }

  /// How badly the reading fits: fingers too many or too few, then how far they lean.
  double cost(int count) {
    return COUNT_COST * Math.abs(pads.size() - count)
        + fit
        + lean(Math::abs)
        + TURN_COST * Math.abs(turnDegrees);
  }

  /// Degrees by which the fingers lean in the middle, long ones counting more.
  double lean() {
    return lean(degrees -> degrees);
  }

  private double lean(DoubleUnaryOperator of) {
    double sum = 0;
    double weights = 0;
    for (FingerShape finger : whole) {
      FingerShape.Lean lean = finger.lean();
      sum += lean.weight() * of.applyAsDouble(lean.degrees());
      weights += lean.weight();
    }
    return weights == 0 ? 0 : sum / weights;
  }
}
