package org.ridgeline.chart.canvas;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/// A plot as SVG 1.1: transparent ground, darker or lighter axes as the reader's screen asks.
final class SvgCanvas implements Canvas {
  private static final String HEAD =
      """
      <svg xmlns="http://www.w3.org/2000/svg" role="img"
        width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d">
      <title>%3$s</title>
      <style>
      text { font: 13px sans-serif; fill: #444 }
      .axis { stroke: #444; stroke-width: 1 }
      .faint { stroke: #888; stroke-opacity: .35; stroke-width: .75 }
      .curve { fill: none; stroke-width: 2; stroke-linejoin: round }
      @media (prefers-color-scheme: dark) { text { fill: #ccc } .axis { stroke: #ccc } }
      </style>
      """;

  private final StringBuilder out = new StringBuilder();

  SvgCanvas(Sheet sheet) {
    out.append(HEAD.formatted(sheet.widthPx(), sheet.heightPx(), escaped(sheet.title())));
  }

  @Override
  public void rule(Corner from, Corner to, boolean faint) {
    add(
        "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
        faint ? "faint" : "axis", from.x(), from.y(), to.x(), to.y());
  }

  @Override
  public void curve(List<Corner> corners, int series) {
    StringBuilder points = new StringBuilder();
    for (Corner corner : corners) {
      points.append(String.format(Locale.ROOT, "%.1f,%.1f ", corner.x(), corner.y()));
    }
    StringBuilder dashes = new StringBuilder();
    for (float dash : Look.of(series).dashes()) {
      dashes.append((int) dash).append(' ');
    }
    add(
        "<polyline class=\"curve\" stroke=\"#%06X\" stroke-dasharray=\"%s\" points=\"%s\"/>",
        Look.of(series).rgb(),
        dashes.isEmpty() ? "none" : dashes.toString().strip(),
        points.toString().strip());
  }

  @Override
  public void text(Corner at, Anchor anchor, String text) {
    add(
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
        at.x(), at.y(), anchor.name().toLowerCase(Locale.ROOT), escaped(text));
  }

  @Override
  public void textUp(Corner at, String text) {
    add(
        "<text transform=\"translate(%.1f %.1f) rotate(-90)\" text-anchor=\"middle\">%s</text>",
        at.x(), at.y(), escaped(text));
  }

  @Override
  public void words(Corner at, Anchor anchor, String text, Lettering lettering) {
    add(
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\""
            + " style=\"font-size:%dpx;fill:#%06X%s%s\">%s</text>",
        at.x(),
        at.y(),
        anchor.name().toLowerCase(Locale.ROOT),
        lettering.sizePx(),
        lettering.rgb(),
        lettering.isBold() ? ";font-weight:bold" : "",
        lettering.isHaloed() ? ";stroke:#FFF;stroke-width:3px;paint-order:stroke" : "",
        escaped(text));
  }

  @Override
  public void fill(Corner at, double width, double height, int rgb) {
    add(
        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"#%06X\"/>",
        at.x(), at.y(), width, height, rgb);
  }

  @Override
  public void line(Corner from, Corner to, Pen pen) {
    add(
        "<path d=\"M%.1f %.1fL%.1f %.1f\" stroke=\"#%06X\" stroke-width=\"%.2f\"/>",
        from.x(), from.y(), to.x(), to.y(), pen.rgb(), pen.widthPx());
  }

  @Override
  public void ring(Corner middle, double radius, Pen pen) {
    add(
        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"none\" stroke=\"#%06X\""
            + " stroke-width=\"%.2f\"/>",
        middle.x(), middle.y(), radius, pen.rgb(), pen.widthPx());
  }

  @Override
  public void square(Corner middle, double radius, Pen pen) {
    add(
        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"none\""
            + " stroke=\"#%06X\" stroke-width=\"%.2f\"/>",
        middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius, pen.rgb(), pen.widthPx());
  }

  @Override
  public void picture(Corner at, double width, double height, BufferedImage picture) {
    add(
        "<image x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\""
            + " preserveAspectRatio=\"none\" href=\"data:image/png;base64,%s\"/>",
        at.x(), at.y(), width, height, Base64.getEncoder().encodeToString(png(picture)));
  }

  private static byte[] png(BufferedImage picture) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "png", bytes);
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
    return bytes.toByteArray();
  }

  private void add(String form, Object... values) {
    out.append(String.format(Locale.ROOT, form, values)).append('\n');
  }

  private static String escaped(String text) {
    return text.replaceAll("\\p{Cntrl}", "?")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }

  @Override
  public String toString() {
    return out + "</svg>\n";
  }
}
