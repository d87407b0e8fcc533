package org.ridgeline.bench.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
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
    pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
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
    double width = pen.getFontMetrics().getStringBounds(text, pen).getWidth();
    double left =
        switch (anchor) {
          case START -> at.x();
          case MIDDLE -> at.x() - width / 2;
          case END -> at.x() - width;
        };
    pen.setColor(new Color(Look.AXIS_RGB));
    pen.drawString(text, (float) left, (float) at.y());
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
