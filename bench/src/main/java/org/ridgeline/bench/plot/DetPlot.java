package org.ridgeline.bench.plot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ridgeline.bench.statistics.Point;
import org.ridgeline.chart.canvas.Canvas;
import org.ridgeline.chart.canvas.Canvas.Anchor;
import org.ridgeline.chart.canvas.Canvas.Corner;
import org.ridgeline.chart.canvas.PlotFile;
import org.ridgeline.chart.canvas.Sheet;

/// Detection error trade-off: false-negative over false-positive rate, both axes logarithmic, one
/// curve an engine.
/// - **Shape** steps, as measured: nothing is drawn between thresholds that trials do not support.
///   A rate of 0 lies on the edge
public record DetPlot(String title, String xName, String yName, List<Series> series) {
  private static final double LEFT = 80;
  private static final double RIGHT = 725;
  private static final double TOP = 90;
  private static final double TITLE = 28;
  private static final double BOTTOM = 490;
  private static final int DECADES_MAX = 7;
  private static final int LEGENDS_A_LINE = 3;

  public DetPlot {
    series = List.copyOf(series);
  }

  /// One engine's curve.
  public record Series(String name, List<Point> points) {
    public Series {
      points = List.copyOf(points);
    }
  }

  /// Writes the plot, as SVG or PNG by the file's name.
  public void write(Path file) throws IOException {
    PlotFile.write(file, Sheet.plot(title), this::draw);
  }

  private void draw(Canvas canvas) {
    int xDecades =
        decades(
            series.stream()
                .flatMap(s -> s.points().stream())
                .mapToDouble(Point::falsePositive)
                .toArray());
    int yDecades =
        decades(
            series.stream()
                .flatMap(s -> s.points().stream())
                .mapToDouble(Point::falseNegative)
                .toArray());
    canvas.text(new Corner((LEFT + RIGHT) / 2, TITLE), Anchor.MIDDLE, title);
    grid(canvas, xDecades, true);
    grid(canvas, yDecades, false);
    canvas.text(new Corner((LEFT + RIGHT) / 2, BOTTOM + 44), Anchor.MIDDLE, xName);
    canvas.textUp(new Corner(LEFT - 52, (TOP + BOTTOM) / 2), yName);
    for (int i = 0; i < series.size(); i++) {
      if (!series.get(i).points().isEmpty()) {
        canvas.curve(corners(series.get(i).points(), xDecades, yDecades), i);
      }
      legend(canvas, i);
    }
  }

  /// Above the curves: within, the engines that are best or worst would cross it.
  private void legend(Canvas canvas, int at) {
    double x = LEFT + (RIGHT - LEFT) * (at % LEGENDS_A_LINE) / LEGENDS_A_LINE;
    double y = TITLE + 24 + 20 * (at / LEGENDS_A_LINE);
    canvas.curve(List.of(new Corner(x, y - 4), new Corner(x + 40, y - 4)), at);
    canvas.text(new Corner(x + 50, y), Anchor.START, series.get(at).name());
  }

  /// Lines at 1, 2 and 5 of each power of ten, one of the edges left and at the bottom.
  private static void grid(Canvas canvas, int decades, boolean alongX) {
    for (int decade = -decades; decade <= 0; decade++) {
      for (int step : new int[] {1, 2, 5}) {
        double rate = step * Math.pow(10, decade);
        if (rate > 1) {
          break;
        }
        double at = alongX ? x(rate, decades) : y(rate, decades);
        boolean edge = step == 1 && decade == -decades;
        if (alongX) {
          canvas.rule(new Corner(at, TOP), new Corner(at, BOTTOM), !edge);
        } else {
          canvas.rule(new Corner(LEFT, at), new Corner(RIGHT, at), !edge);
        }
        if (step == 1 || decades <= 3) {
          String label = label(step, decade);
          Corner place = alongX ? new Corner(at, BOTTOM + 20) : new Corner(LEFT - 8, at + 4);
          canvas.text(place, alongX ? Anchor.MIDDLE : Anchor.END, label);
        }
      }
    }
  }

  private static String label(int step, int decade) {
    int percentPlaces = Math.max(0, -decade - 2);
    double percent = 100 * step * Math.pow(10, decade);
    return String.format(Locale.ROOT, "%." + percentPlaces + "f %%", percent);
  }

  private static List<Corner> corners(List<Point> points, int xDecades, int yDecades) {
    List<Corner> corners = new ArrayList<>();
    double y = TOP;
    for (Point point : points) {
      double x = x(point.falsePositive(), xDecades);
      corners.add(new Corner(x, y));
      y = y(point.falseNegative(), yDecades);
      corners.add(new Corner(x, y));
    }
    return corners;
  }

  private static double x(double rate, int decades) {
    return LEFT + (RIGHT - LEFT) * place(rate, decades);
  }

  private static double y(double rate, int decades) {
    return BOTTOM - (BOTTOM - TOP) * place(rate, decades);
  }

  private static double place(double rate, int decades) {
    return rate <= 0 ? 0 : Math.max(0, 1 + Math.log10(rate) / decades);
  }

  /// Powers of ten from the smallest rate that was seen up to 1.
  private static int decades(double[] rates) {
    double smallest = 1;
    for (double rate : rates) {
      smallest = rate > 0 ? Math.min(smallest, rate) : smallest;
    }
    return Math.clamp((int) Math.ceil(-Math.log10(smallest) - 1e-9), 1, DECADES_MAX);
  }
}
