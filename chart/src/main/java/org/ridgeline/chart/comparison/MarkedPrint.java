package org.ridgeline.chart.comparison;

import java.util.List;
import java.util.Map;
import org.ridgeline.chart.canvas.Canvas;
import org.ridgeline.chart.canvas.Canvas.Anchor;
import org.ridgeline.chart.canvas.Canvas.Corner;
import org.ridgeline.chart.canvas.Canvas.Lettering;
import org.ridgeline.chart.canvas.Canvas.Pen;
import org.ridgeline.extract.ridge.SingularPoints;
import org.ridgeline.vocabulary.Minutia;
import org.ridgeline.vocabulary.Ridges;
import org.ridgeline.vocabulary.SingularPoint;

/// A print with its minutiae: ringed and numbered where paired, squares where alone, dots where
/// nothing was asked of them; and with its cores and deltas.
record MarkedPrint(ComparedPrint print, Ridges ridges, Frame frame) {
  static final Pen PAIRED = new Pen(Inks.UPPER_RGB, 1.8);
  static final Pen ALONE = new Pen(Inks.LOWER_RGB, 1.6);
  static final Pen ASIDE = new Pen(0x8A8A8A, 1);
  static final double RADIUS = 4;
  static final double ASIDE_RADIUS = 2;

  /// Under each mark, so that it is seen on ridges, too.
  private static final Pen CASING = new Pen(0xFFFFFF, 3.6);

  private static final double TAIL = 10;
  private static final Lettering NUMBER = new Lettering(10, true, true, 0x00406A);

  void draw(Canvas canvas, Map<Integer, Integer> numbers, List<Integer> alone) {
    frame.draw(
        canvas,
        print
            .image()
            .map(image -> Inks.print(image, print.template().widthPx(), frame))
            .orElseGet(() -> Inks.ridges(new RidgeInk(ridges.waves()), frame)));
    List<Minutia> minutiae = print.template().minutiae();
    for (int i = 0; i < minutiae.size(); i++) {
      Minutia minutia = minutiae.get(i);
      Corner at = frame.at(minutia.x(), minutia.y());
      if (numbers.containsKey(i)) {
        for (Pen pen : new Pen[] {CASING, PAIRED}) {
          canvas.ring(at, RADIUS, pen);
          tail(canvas, at, minutia, pen);
        }
      } else if (alone.contains(i)) {
        for (Pen pen : new Pen[] {CASING, ALONE}) {
          canvas.square(at, RADIUS - 1, pen);
          tail(canvas, at, minutia, pen);
        }
      } else {
        canvas.ring(at, ASIDE_RADIUS, ASIDE);
      }
    }
    numbers.forEach((index, number) -> {
      Minutia minutia = minutiae.get(index);
      Corner at = frame.at(minutia.x(), minutia.y());
      double turn = turn(minutia);
      Corner opposite = new Corner(at.x() - 11 * Math.cos(turn), at.y() - 10 * Math.sin(turn) + 4);
      canvas.words(opposite, Anchor.MIDDLE, String.valueOf(number), NUMBER);
    });
    for (SingularPoint point : SingularPoints.of(ridges)) {
      SingularMarks.draw(canvas, frame.at(point.x(), point.y()), point);
    }
  }

  private static void tail(Canvas canvas, Corner at, Minutia minutia, Pen pen) {
    double cosine = Math.cos(turn(minutia));
    double sine = Math.sin(turn(minutia));
    canvas.line(
        new Corner(at.x() + RADIUS * cosine, at.y() + RADIUS * sine),
        new Corner(at.x() + TAIL * cosine, at.y() + TAIL * sine),
        pen);
  }

  private static double turn(Minutia minutia) {
    return minutia.direction() * 2 * Math.PI / 65_536;
  }
}
