package org.ridgeline.chart.canvas;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/// A plot as pixels on white, twice as fine as its units, so that small text stays sharp.
final class PngCanvas implements Canvas {
  private static final int FINE = 2;

  private final BufferedImage image;
  private final Graphics2D pen;

  PngCanvas(int widthPx, int heightPx) {
    image = new BufferedImage(widthPx * FINE, heightPx * FINE, BufferedImage.TYPE_INT_RGB);
    pen = image.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, image.getWidth(), image.getHeight());
    pen.scale(FINE, FINE);
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
  }

  BufferedImage image() {
    return image;
  }

  @Override
  public void rule(Corner from, Corner to, boolean faint) {
    pen.setColor(new Color(faint ? Look.FAINT_RGB : Look.AXIS_RGB));
    pen.setStroke(new BasicStroke(faint ? 0.75f : 1));
    pen.draw(new Line2D.Double(from.x(), from.y(), to.x(), to.y()));
  }

  @Override
  public void curve(List<Corner> corners, int series) {
    Path2D path = new Path2D.Double();
    path.moveTo(corners.getFirst().x(), corners.getFirst().y());
    corners.forEach(corner -> path.lineTo(corner.x(), corner.y()));
    Look look = Look.of(series);
    float[] dashes = look.dashes();
    pen.setColor(new Color(look.rgb()));
    pen.setStroke(
        dashes.length == 0
            ? new BasicStroke(2)
            : new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0));
    pen.draw(path);
  }

  @Override
  public void text(Corner at, Anchor anchor, String text) {
    words(at, anchor, text, Lettering.PLAIN);
  }

  @Override
  public void words(Corner at, Anchor anchor, String text, Lettering lettering) {
    pen.setFont(
        new Font(Font.SANS_SERIF, lettering.isBold() ? Font.BOLD : Font.PLAIN, lettering.sizePx()));
    double width = pen.getFontMetrics().getStringBounds(text, pen).getWidth();
    double left =
        switch (anchor) {
          case START -> at.x();
          case MIDDLE -> at.x() - width / 2;
          case END -> at.x() - width;
        };
    if (lettering.isHaloed()) {
      pen.setColor(Color.WHITE);
      pen.setStroke(new BasicStroke(3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      GlyphVector glyphs = pen.getFont().createGlyphVector(pen.getFontRenderContext(), text);
      pen.draw(glyphs.getOutline((float) left, (float) at.y()));
    }
    pen.setColor(new Color(lettering.rgb()));
    pen.drawString(text, (float) left, (float) at.y());
  }

  @Override
  public void fill(Corner at, double width, double height, int rgb) {
    pen.setColor(new Color(rgb));
    pen.fill(new Rectangle2D.Double(at.x(), at.y(), width, height));
  }

  @Override
  public void line(Corner from, Corner to, Pen with) {
    take(with);
    pen.draw(new Line2D.Double(from.x(), from.y(), to.x(), to.y()));
  }

  @Override
  public void ring(Corner middle, double radius, Pen with) {
    take(with);
    pen.draw(
        new Ellipse2D.Double(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius));
  }

  @Override
  public void square(Corner middle, double radius, Pen with) {
    take(with);
    pen.draw(
        new Rectangle2D.Double(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius));
  }

  private void take(Pen with) {
    pen.setColor(new Color(with.rgb()));
    pen.setStroke(new BasicStroke((float) with.widthPx()));
  }

  @Override
  public void picture(Corner at, double width, double height, BufferedImage picture) {
    AffineTransform place = AffineTransform.getTranslateInstance(at.x(), at.y());
    place.scale(width / picture.getWidth(), height / picture.getHeight());
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.drawImage(picture, place, null);
  }

  @Override
  public void textUp(Corner at, String text) {
    AffineTransform before = pen.getTransform();
    pen.translate(at.x(), at.y());
    pen.rotate(-Math.PI / 2);
    text(new Corner(0, 0), Anchor.MIDDLE, text);
    pen.setTransform(before);
  }
}
