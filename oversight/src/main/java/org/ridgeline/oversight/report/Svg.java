package org.ridgeline.oversight.report;

import java.util.List;
import java.util.Locale;

/// Draws charts that read on light and dark grounds, and say themselves what they show.
final class Svg {
  private static final String STYLE =
      "<style>svg{color:#1b1f24;font:12px system-ui,sans-serif}"
          + ".a{fill:#1f5fa8}.b{fill:#b4530f}.l{stroke:#1f5fa8;fill:none;stroke-width:2}"
          + ".g{stroke:currentColor;stroke-opacity:.25}text{fill:currentColor}"
          + ".t{font-size:14px;font-weight:600}.m{text-anchor:middle}.e{text-anchor:end}"
          + "@media(prefers-color-scheme:dark){svg{color:#e6e8eb}.a{fill:#6aa7ee}.b{fill:#e79a5b}"
          + ".l{stroke:#6aa7ee}}</style>";

  private final StringBuilder body = new StringBuilder();
  private final int width;
  private final int height;
  private final String title;

  Svg(int width, int height, String title) {
    this.width = width;
    this.height = height;
    this.title = title;
  }

  Svg text(double x, double y, String kind, String text) {
    body.append("<text class=\"")
        .append(kind)
        .append("\" x=\"")
        .append(Text.pixels(x))
        .append("\" y=\"")
        .append(Text.pixels(y))
        .append("\">")
        .append(Text.escaped(text))
        .append("</text>\n");
    return this;
  }

  /// A rectangle whose tooltip says what it stands for.
  Svg bar(Box box, String kind, double opacity, String says) {
    body.append(
        String.format(
            Locale.ROOT,
            "<rect class=\"%s\" fill-opacity=\"%.2f\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\""
                + " height=\"%.1f\"><title>%s</title></rect>\n",
            kind,
            opacity,
            box.x(),
            box.y(),
            box.width(),
            box.height(),
            Text.escaped(says)));
    return this;
  }

  /// Where a rectangle lies.
  record Box(double x, double y, double width, double height) {}

  Svg rule(double fromX, double y, double toX) {
    body.append(
        String.format(
            Locale.ROOT,
            "<line class=\"g\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>\n",
            fromX,
            y,
            toX,
            y));
    return this;
  }

  /// A line through points.
  Svg line(List<double[]> points) {
    body.append("<polyline class=\"l\" points=\"");
    points.forEach(
        p -> body.append(Text.pixels(p[0])).append(',').append(Text.pixels(p[1])).append(' '));
    body.append("\"/>\n");
    return this;
  }

  @Override
  public String toString() {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 "
        + width
        + " "
        + height
        + "\" aria-label=\""
        + Text.escaped(title)
        + "\">\n<title>"
        + Text.escaped(title)
        + "</title>\n"
        + STYLE
        + "\n"
        + body
        + "</svg>\n";
  }
}
