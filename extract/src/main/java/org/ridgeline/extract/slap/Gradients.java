package org.ridgeline.extract.slap;

/// Sums of grey levels and of their changes over each cell of an image.
/// - **Unit** a change is over two pixels; whole numbers, so that no order of adding matters
final class Gradients {
  static final int XX = 0;
  static final int YY = 1;
  static final int XY = 2;
  static final int GREY = 3;
  static final int GREY_SQUARE = 4;
  static final int COUNT = 5;
  static final int SUMS = 6;

  private final ReducedImage image;
  private final int columns;
  private final long[][] sums;

  Gradients(ReducedImage image, int columns, int rows) {
    this.image = image;
    this.columns = columns;
    this.sums = new long[SUMS][columns * rows];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        add(column, row);
      }
    }
  }

  /// The sums of each cell, by what is summed.
  long[][] sums() {
    return sums;
  }

  private void add(int column, int row) {
    int at = row * columns + column;
    int top = Math.max(1, row * SlapCells.CELL_PX);
    int bottom = Math.min(image.height() - 1, (row + 1) * SlapCells.CELL_PX);
    int left = Math.max(1, column * SlapCells.CELL_PX);
    int right = Math.min(image.width() - 1, (column + 1) * SlapCells.CELL_PX);
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        int dx = image.at(x + 1, y) - image.at(x - 1, y);
        int dy = image.at(x, y + 1) - image.at(x, y - 1);
        int grey = image.at(x, y);
        sums[XX][at] += (long) dx * dx;
        sums[YY][at] += (long) dy * dy;
        sums[XY][at] += (long) dx * dy;
        sums[GREY][at] += grey;
        sums[GREY_SQUARE][at] += (long) grey * grey;
        sums[COUNT][at]++;
      }
    }
  }
}
