package org.ridgeline.bench.plot;

import java.util.List;

/// What a plot is drawn on, once for every format.
/// - **Unit** pixels, from the top left; text sizes too
interface Canvas {
  /// Where text lies relative to its position.
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  /// A corner of a line.
  record Corner(double x, double y) {}

  /// A thin line of the axes' colour, or fainter, for a grid.
  void rule(Corner from, Corner to, boolean faint);

  /// A curve in the look of the series with this number.
  void curve(List<Corner> corners, int series);

  /// Upright text in the colour of the axes.
  void text(Corner at, Anchor anchor, String text);

  /// Text that runs upwards, centred.
  void textUp(Corner at, String text);
}
