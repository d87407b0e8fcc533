package org.ridgeline.chart.canvas;

import java.awt.image.BufferedImage;
import java.util.List;

/// What a plot is drawn on, once for every format.
/// - **Unit** pixels, from the top left; text sizes too
public interface Canvas {
  /// Where text lies relative to its position.
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  /// A corner of a line.
  record Corner(double x, double y) {}

  /// How words are set: `isHaloed` with a white rim, to be read on a picture.
  record Lettering(int sizePx, boolean isBold, boolean isHaloed, int rgb) {
    /// The size and colour of the axes.
    public static final Lettering PLAIN = new Lettering(13, false, false, Look.AXIS_RGB);
  }

  /// A pen's colour and width.
  record Pen(int rgb, double widthPx) {}

  /// A thin line of the axes' colour, or fainter, for a grid.
  void rule(Corner from, Corner to, boolean faint);

  /// A curve in the look of the series with this number.
  void curve(List<Corner> corners, int series);

  /// Upright text in the colour of the axes.
  void text(Corner at, Anchor anchor, String text);

  /// Text that runs upwards, centred.
  void textUp(Corner at, String text);

  /// Text in a lettering of its own, whatever the reader's screen asks.
  void words(Corner at, Anchor anchor, String text, Lettering lettering);

  /// A filled rectangle from its top left corner.
  void fill(Corner at, double width, double height, int rgb);

  /// A line of its own colour.
  void line(Corner from, Corner to, Pen pen);

  /// A circle's outline.
  void ring(Corner middle, double radius, Pen pen);

  /// The outline of the square around such a circle.
  void square(Corner middle, double radius, Pen pen);

  /// A picture from its top left corner, brought to a size.
  void picture(Corner at, double width, double height, BufferedImage picture);
}
