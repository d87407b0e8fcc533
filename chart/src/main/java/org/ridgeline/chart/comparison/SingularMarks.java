package org.ridgeline.chart.comparison;

import org.ridgeline.chart.canvas.Canvas;
import org.ridgeline.chart.canvas.Canvas.Corner;
import org.ridgeline.chart.canvas.Canvas.Pen;
import org.ridgeline.vocabulary.SingularPoint;

/// How cores and deltas are marked: a core as a ring with a long tail into its loop, a delta as
/// three arms.
final class SingularMarks {
  private static final Pen CASING = new Pen(0xFFFFFF, 4.6);
  private static final Pen MARK = new Pen(0x6A1B9A, 2.4);
  private static final double RADIUS = 6;
  private static final double TAIL = 18;
  private static final double ARM = 11;

  private SingularMarks() {}

  /// Marks a point at its place on the canvas.
  static void draw(Canvas canvas, Corner at, SingularPoint point) {
    for (Pen pen : new Pen[] {CASING, MARK}) {
      switch (point) {
        case SingularPoint.Core core -> {
          canvas.ring(at, RADIUS, pen);
          canvas.line(along(at, core.direction(), RADIUS), along(at, core.direction(), TAIL), pen);
        }
        case SingularPoint.Delta delta -> {
          for (int arm = 0; arm < 3; arm++) {
            double turn = delta.direction() + arm * 2 * Math.PI / 3;
            canvas.line(at, along(at, turn, ARM), pen);
          }
        }
      }
    }
  }

  private static Corner along(Corner at, double turn, double length) {
    return new Corner(at.x() + length * Math.cos(turn), at.y() + length * Math.sin(turn));
  }
}
