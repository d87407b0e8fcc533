package org.ridgeline.extract.slap;

/// The cells of a print seen upright: a hand turned by an angle is turned back, cell by cell.
/// - **Unit** the turn in degrees, clockwise as seen on the image; columns run across the hand,
///   rows from the fingertips down
final class TurnedCells {
  private final int width;
  private final int height;
  private final int[] source;
  private int prints;

  private TurnedCells(int width, int height) {
    this.width = width;
    this.height = height;
    this.source = new int[width * height];
  }

  static TurnedCells of(SlapCells cells, boolean[] prints, int turnDegrees) {
    double cos = StrictMath.cos(StrictMath.toRadians(turnDegrees));
    double sin = StrictMath.sin(StrictMath.toRadians(turnDegrees));
    int across = cells.columns();
    int down = cells.rows();
    int width = (int) Math.ceil(across * Math.abs(cos) + down * Math.abs(sin)) + 2;
    int height = (int) Math.ceil(across * Math.abs(sin) + down * Math.abs(cos)) + 2;
    var turned = new TurnedCells(width, height);
    for (int row = 0; row < height; row++) {
      double v = row + 0.5 - height / 2.0;
      for (int column = 0; column < width; column++) {
        double u = column + 0.5 - width / 2.0;
        int x = (int) Math.floor(across / 2.0 + u * cos - v * sin);
        int y = (int) Math.floor(down / 2.0 + u * sin + v * cos);
        boolean inside = x >= 0 && y >= 0 && x < across && y < down;
        boolean print = inside && prints[y * across + x];
        turned.prints += print ? 1 : 0;
        turned.source[row * width + column] = print ? y * across + x : -1;
      }
    }
    return turned;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /// Number of places that show a print.
  int prints() {
    return prints;
  }

  boolean isPrint(int at) {
    return source[at] >= 0;
  }

  /// The cell of the image that a place shows; -1 where it is no print.
  int source(int at) {
    return source[at];
  }
}
