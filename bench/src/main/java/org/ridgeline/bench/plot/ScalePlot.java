package org.ridgeline.bench.plot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.ridgeline.chart.canvas.Canvas;
import org.ridgeline.chart.canvas.Canvas.Anchor;
import org.ridgeline.chart.canvas.Canvas.Corner;
import org.ridgeline.chart.canvas.PlotFile;
import org.ridgeline.chart.canvas.Sheet;

/// How a time grows with a size, both axes logarithmic, one curve a series: a straight line of
/// slope one is a time that grows as the size does.
/// - **Shape** points by growing size
/// - **Error** sizes or times that are not above 0: IllegalArgumentException
public record ScalePlot(String title, String xName, String yName, List<Series> series) {
  private static final double LEFT = 80;
  private static final double RIGHT = 725;
  private static final double TOP = 50;
  private static final double BOTTOM = 490;

  public ScalePlot {
    series = List.copyOf(series);
  }

  /// One thing measured at several sizes.
  public record Series(String name, List<Point> points) {
    public Series {
      points = List.copyOf(points);
    }
  }

  /// A size and what it took.
  public record Point(double size, double time) {
    public Point {
      if (!(size > 0 && time > 0)) {
        throw new IllegalArgumentException("size=" + size + " time=" + time + " expected above 0");
      }
    }
  }

  /// Writes the plot, as SVG or PNG by the file's name.
  public void write(Path file) throws IOException {
    PlotFile.write(file, Sheet.plot(title), this::draw);
  }

  private void draw(Canvas canvas) {
    Axis across = Axis.of(series, true);
    Axis up = Axis.of(series, false);
    canvas.text(new Corner((LEFT + RIGHT) / 2, TOP - 22), Anchor.MIDDLE, title);
    canvas.text(new Corner((LEFT + RIGHT) / 2, BOTTOM + 44), Anchor.MIDDLE, xName);
    canvas.textUp(new Corner(LEFT - 52, (TOP + BOTTOM) / 2), yName);
    for (int power = across.low; power <= across.high; power++) {
      double x = LEFT + (RIGHT - LEFT) * across.place(Math.pow(10, power));
      canvas.rule(new Corner(x, TOP), new Corner(x, BOTTOM), power > across.low);
      canvas.text(new Corner(x, BOTTOM + 20), Anchor.MIDDLE, label(power));
    }
    for (int power = up.low; power <= up.high; power++) {
      double y = BOTTOM - (BOTTOM - TOP) * up.place(Math.pow(10, power));
      canvas.rule(new Corner(LEFT, y), new Corner(RIGHT, y), power > up.low);
      canvas.text(new Corner(LEFT - 8, y + 4), Anchor.END, label(power));
    }
    for (int i = 0; i < series.size(); i++) {
      List<Corner> corners =
          series.get(i).points().stream().map(point -> corner(point, across, up)).toList();
      canvas.curve(corners, i);
      double y = TOP + 24 + 20 * i;
      canvas.curve(List.of(new Corner(LEFT + 14, y - 4), new Corner(LEFT + 54, y - 4)), i);
      canvas.text(new Corner(LEFT + 64, y), Anchor.START, series.get(i).name());
    }
  }

  private static Corner corner(Point point, Axis across, Axis up) {
    return new Corner(
        LEFT + (RIGHT - LEFT) * across.place(point.size()),
        BOTTOM - (BOTTOM - TOP) * up.place(point.time()));
  }

  private static String label(int power) {
    return power < 0
        ? String.valueOf(Math.pow(10, power))
        : String.format(Locale.ROOT, "%,d", Math.round(Math.pow(10, power)));
  }

  /// Whole powers of ten around what is drawn.
  private record Axis(int low, int high) {
    static Axis of(List<Series> series, boolean sizes) {
      double[] values =
          series.stream()
              .flatMap(s -> s.points().stream())
              .mapToDouble(p -> sizes ? p.size() : p.time())
              .sorted()
              .toArray();
      int low = (int) Math.floor(Math.log10(values[0]));
      int high = (int) Math.ceil(Math.log10(values[values.length - 1]));
      return new Axis(low, Math.max(high, low + 1));
    }

    double place(double value) {
      return (Math.log10(value) - low) / (high - low);
    }
  }
}
