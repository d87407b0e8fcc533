package org.ridgeline.oversight.disparity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.ridgeline.estimate.Limits;
import org.ridgeline.estimate.disparity.Benchmark;
import org.ridgeline.estimate.disparity.Disparity.UnitDisparity;
import org.ridgeline.estimate.disparity.FunnelPlot;
import org.ridgeline.estimate.disparity.FunnelPlot.ControlLimits;
import org.ridgeline.oversight.report.Text;

/// Draws one question's units by size and gap, with control limits. Benchmarks differ from unit to
/// unit, so gaps are drawn, not shares; a unit's size is that of a single sample with as much
/// chance in it as its own and its benchmark's have together.
final class Funnel {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 300;
  private static final int LEFT = 60;
  private static final int RIGHT = 10;
  private static final int TOP = 30;
  private static final int BOTTOM = 36;
  private static final int CURVE_POINTS = 40;
  private static final String STYLE =
      "<style>text{font:12px system-ui,sans-serif;fill:currentColor}"
          + ".p{fill:#1f5fa8}.o{fill:#b4530f}.i,.u,.z{fill:none;stroke:currentColor}"
          + ".i{stroke-dasharray:4 3;stroke-opacity:.6}.u{stroke-opacity:.6}.z{stroke-opacity:.3}"
          + "@media(prefers-color-scheme:dark){.p{fill:#6aa7ee}.o{fill:#e79a5b}}</style>";

  private final Analysis analysis;
  private final Family family;
  private final List<UnitDisparity> shown;
  private final double high;
  private final double least;
  private final double most;
  private final StringBuilder body = new StringBuilder();

  private Funnel(Analysis analysis, Family family, List<UnitDisparity> shown) {
    this.analysis = analysis;
    this.family = family;
    this.shown = shown;
    high =
        Math.max(
            0.01,
            1.1 * shown.stream().mapToDouble(o -> Math.abs(o.observed().gap())).max().orElse(1));
    least = Math.log(shown.stream().mapToLong(Funnel::size).min().orElse(1)) - 0.2;
    most = Math.log(shown.stream().mapToLong(Funnel::size).max().orElse(1)) + 0.2;
  }

  /// The drawing of those units that may be shown; nothing where there are none, or where chance
  /// alone leaves nothing to draw.
  static String of(Analysis analysis, Family family, List<UnitDisparity> shown) {
    double centre = centre(family.found().units());
    return shown.isEmpty() || !(centre > 0 && centre < 1)
        ? ""
        : new Funnel(analysis, family, shown).draw(centre);
  }

  /// The share in all units together.
  private static double centre(Collection<UnitDisparity> units) {
    long in = units.stream().mapToLong(one -> one.observed().group().count()).sum();
    long of = units.stream().mapToLong(one -> one.observed().group().of()).sum();
    return (double) in / of;
  }

  private static long size(UnitDisparity one) {
    double own = one.observed().group().of();
    double size =
        switch (one.observed().benchmark()) {
          case Benchmark.Known _ -> own;
          case Benchmark.Counted counted ->
              own * counted.share().of() / (own + counted.share().of());
        };
    return Math.clamp(Math.round(size), 1, Limits.TRIALS_MAX);
  }

  private double x(double logSize) {
    return LEFT + (logSize - least) / (most - least) * (WIDTH - LEFT - RIGHT);
  }

  private double y(double gap) {
    double within = Math.clamp(gap, -high, high);
    return TOP + (high - within) / (2 * high) * (HEIGHT - TOP - BOTTOM);
  }

  private String draw(double centre) {
    TreeSet<Long> sizes = new TreeSet<>();
    for (int i = 0; i <= CURVE_POINTS; i++) {
      double log = least + (most - least) * i / CURVE_POINTS;
      sizes.add(Math.clamp(Math.round(Math.exp(log)), 1, Limits.TRIALS_MAX));
    }
    List<ControlLimits> limits = FunnelPlot.of(centre, family.found().dispersion(), sizes).limits();
    curve("i", limits, one -> one.inner().low() - centre);
    curve("i", limits, one -> one.inner().high() - centre);
    curve("u", limits, one -> one.outer().low() - centre);
    curve("u", limits, one -> one.outer().high() - centre);
    body.append(line("z", List.of(at(least, 0), at(most, 0))));
    shown.forEach(this::point);
    text(LEFT - 4, y(high) + 4, "end", percent(high));
    text(LEFT - 4, y(0) + 4, "end", "0");
    text(LEFT - 4, y(-high) + 4, "end", percent(-high));
    text(LEFT, HEIGHT - 18, "start", Text.count(Math.round(Math.exp(least))));
    text(WIDTH - RIGHT, HEIGHT - 18, "end", Text.count(Math.round(Math.exp(most))));
    text(LEFT, HEIGHT - 4, "start", "size (logarithmic); dashed 95 %, solid 99.8 %");
    text(0, 16, "start", "gap to " + family.against());
    String title = Text.escaped("Funnel plot: " + family.title());
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 "
        + WIDTH
        + " "
        + HEIGHT
        + "\" aria-label=\""
        + title
        + "\"><title>"
        + title
        + "</title>"
        + STYLE
        + body
        + "</svg>\n";
  }

  private static String percent(double gap) {
    return String.format(Locale.ROOT, "%+.1f %%", 100 * gap);
  }

  private void curve(String kind, List<ControlLimits> limits, ToDoubleFunction<ControlLimits> gap) {
    List<String> points = new ArrayList<>();
    for (ControlLimits one : limits) {
      points.add(at(Math.log(one.of()), gap.applyAsDouble(one)));
    }
    body.append(line(kind, points));
  }

  private String at(double logSize, double gap) {
    return Text.pixels(x(Math.clamp(logSize, least, most))) + "," + Text.pixels(y(gap));
  }

  private static String line(String kind, List<String> points) {
    return "<polyline class=\"" + kind + "\" points=\"" + String.join(" ", points) + "\"/>";
  }

  private void point(UnitDisparity one) {
    boolean outlier = one.outlier();
    body.append(
        String.format(
            Locale.ROOT,
            "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%d\"><title>%s</title></circle>",
            outlier ? "o" : "p",
            x(Math.log(size(one))),
            y(one.observed().gap()),
            outlier ? 5 : 3,
            Text.escaped(
                analysis.name(one.observed().unit())
                    + ": "
                    + percent(one.observed().gap())
                    + (outlier ? ", outlier" : ""))));
  }

  private void text(double x, double y, String anchor, String text) {
    body.append("<text text-anchor=\"")
        .append(anchor)
        .append("\" x=\"")
        .append(Text.pixels(x))
        .append("\" y=\"")
        .append(Text.pixels(y))
        .append("\">")
        .append(Text.escaped(text))
        .append("</text>");
  }
}
