package org.ridgeline.chart.comparison;

import java.awt.image.BufferedImage;
import org.ridgeline.chart.canvas.Canvas;
import org.ridgeline.chart.canvas.Canvas.Corner;
import org.ridgeline.vocabulary.RidgeCells;

/// The part of a print that is shown, and where on the canvas.
/// - **Shape** from `left`, `top` of the print, `width` × `height` of its pixels, drawn from
///   `corner`, each pixel `scale` wide
record Frame(int left, int top, int width, int height, Corner corner, double scale) {
  private static final int MARGIN_PX = 12;
  private static final double SCALE_MAX = 1.6;

  /// A frame around a print of so many pixels, as large as a square panel allows and in its middle.
  static Frame of(RidgeCells cells, int widthPx, int heightPx, Corner panel, double side) {
    int left = widthPx;
    int top = heightPx;
    int right = 0;
    int bottom = 0;
    for (int i = 0; i < cells.columns() * cells.rows(); i++) {
      if (cells.isInside(i)) {
        int x = RidgeCells.SIDE_PX * (i % cells.columns());
        int y = RidgeCells.SIDE_PX * (i / cells.columns());
        left = Math.min(left, x);
        top = Math.min(top, y);
        right = Math.max(right, x + RidgeCells.SIDE_PX);
        bottom = Math.max(bottom, y + RidgeCells.SIDE_PX);
      }
    }
    left = Math.max(0, Math.min(left, right) - MARGIN_PX);
    top = Math.max(0, Math.min(top, bottom) - MARGIN_PX);
    int width = Math.max(1, Math.min(widthPx, right + MARGIN_PX) - left);
    int height = Math.max(1, Math.min(heightPx, bottom + MARGIN_PX) - top);
    double scale = Math.min(SCALE_MAX, side / Math.max(width, height));
    return new Frame(left, top, width, height, panel, scale).in(panel, side, scale);
  }

  /// The same in the middle of another panel, at another scale.
  Frame in(Corner panel, double side, double newScale) {
    Corner middle =
        new Corner(
            panel.x() + (side - newScale * width) / 2, panel.y() + (side - newScale * height) / 2);
    return new Frame(left, top, width, height, middle, newScale);
  }

  /// Draws a picture of this part.
  void draw(Canvas canvas, BufferedImage picture) {
    canvas.picture(corner, scale * width, scale * height, picture);
  }

  /// Where a place of the print comes on the canvas.
  Corner at(double x, double y) {
    return new Corner(corner.x() + scale * (x - left), corner.y() + scale * (y - top));
  }
}
