package org.ridgeline.search.compare;

/// How one print is laid on another: a linear map around a pair of minutiae, and displacements that
/// bend it, a cubic spline.
/// - **Shape** after [#at]: `x`, `y` where a place of the first print comes to lie; `du`, `dv`: the
///   bending's part of that; `cosine`, `sine`: how far the map turns there; `scale`
/// - **Unit** pixels of both prints
final class Warp {
  final Linear base;
  final int columns;
  final int rows;
  final float[] across;
  final float[] down;
  float x;
  float y;
  float du;
  float dv;
  float cosine;
  float sine;
  float scale;

  private final float fromX;
  private final float fromY;
  private final float toX;
  private final float toY;
  private final Spline spline = new Spline();
  private final float[] rowAcross;
  private final float[] rowAcrossSlope;
  private final float[] rowDown;
  private final float[] rowDownSlope;
  private boolean isFlat = true;

  Warp(ReadyPrint one, ReadyPrint other, Seed seed) {
    base = Linear.of(seed.turn(), one.direction[seed.one()], seed.scale());
    fromX = one.x[seed.one()];
    fromY = one.y[seed.one()];
    toX = other.x[seed.other()];
    toY = other.y[seed.other()];
    columns = Spline.knots(one.width);
    rows = Spline.knots(one.height);
    across = new float[columns * rows];
    down = new float[columns * rows];
    rowAcross = new float[columns];
    rowAcrossSlope = new float[columns];
    rowDown = new float[columns];
    rowDownSlope = new float[columns];
  }

  /// The same without its bending.
  private Warp(Warp other) {
    base = other.base;
    fromX = other.fromX;
    fromY = other.fromY;
    toX = other.toX;
    toY = other.toY;
    columns = other.columns;
    rows = other.rows;
    across = new float[columns * rows];
    down = new float[columns * rows];
    rowAcross = new float[columns];
    rowAcrossSlope = new float[columns];
    rowDown = new float[columns];
    rowDownSlope = new float[columns];
  }

  Warp straightened() {
    return new Warp(this);
  }

  boolean isFlat() {
    return isFlat;
  }

  /// Says that displacements were set.
  void bend() {
    isFlat = false;
  }

  /// The knots that touch a box of pixels.
  Box knots(Box pixels) {
    return new Box(
        Math.max(0, Math.floorDiv(pixels.left(), Spline.KNOT_PX)),
        Math.max(0, Math.floorDiv(pixels.top(), Spline.KNOT_PX)),
        Math.min(columns - 1, Math.floorDiv(pixels.right(), Spline.KNOT_PX) + 3),
        Math.min(rows - 1, Math.floorDiv(pixels.bottom(), Spline.KNOT_PX) + 3));
  }

  /// Where a place comes to lie.
  void at(float px, float py) {
    if (!isFlat) {
      spline.at(px, py);
    }
    lay(px - fromX, py - fromY);
  }

  /// Sums the knots down to a row of the lattice, for the columns of a box: what its cells share.
  void alongRow(int row, Box cells) {
    if (isFlat || cells.isEmpty()) {
      return;
    }
    spline.atCell(cells.left(), row);
    int from = spline.column;
    spline.atCell(cells.right(), row);
    for (int i = from; i < spline.column + 4; i++) {
      float a = 0;
      float as = 0;
      float d = 0;
      float ds = 0;
      for (int j = 0; j < 4; j++) {
        int knot = (spline.row + j) * columns + i;
        a += spline.down[j] * across[knot];
        as += spline.downSlope[j] * across[knot];
        d += spline.down[j] * down[knot];
        ds += spline.downSlope[j] * down[knot];
      }
      rowAcross[i] = a;
      rowAcrossSlope[i] = as;
      rowDown[i] = d;
      rowDownSlope[i] = ds;
    }
  }

  /// Where the centre of a cell of the row taken by [#alongRow] comes to lie.
  void atCell(int column, int row) {
    du = 0;
    dv = 0;
    float xx = base.xx();
    float xy = base.xy();
    float yx = base.yx();
    float yy = base.yy();
    if (!isFlat) {
      spline.atCell(column, row);
      for (int i = 0; i < 4; i++) {
        float w = spline.across[i];
        float s = spline.acrossSlope[i];
        int knot = spline.column + i;
        du += w * rowAcross[knot];
        dv += w * rowDown[knot];
        xx += s * rowAcross[knot];
        xy += w * rowAcrossSlope[knot];
        yx += s * rowDown[knot];
        yy += w * rowDownSlope[knot];
      }
    }
    place(ReadyPrint.CELL * column + 4 - fromX, ReadyPrint.CELL * row + 4 - fromY);
    turn(xx, xy, yx, yy);
  }

  private void lay(float u, float v) {
    du = 0;
    dv = 0;
    float xx = base.xx();
    float xy = base.xy();
    float yx = base.yx();
    float yy = base.yy();
    if (!isFlat) {
      for (int j = 0; j < 4; j++) {
        int from = (spline.row + j) * columns + spline.column;
        float w = spline.down[j];
        float s = spline.downSlope[j];
        float a = 0;
        float as = 0;
        float d = 0;
        float ds = 0;
        for (int i = 0; i < 4; i++) {
          a += spline.across[i] * across[from + i];
          as += spline.acrossSlope[i] * across[from + i];
          d += spline.across[i] * down[from + i];
          ds += spline.acrossSlope[i] * down[from + i];
        }
        du += w * a;
        dv += w * d;
        xx += w * as;
        xy += s * a;
        yx += w * ds;
        yy += s * d;
      }
    }
    place(u, v);
    turn(xx, xy, yx, yy);
  }

  private void place(float u, float v) {
    x = toX + base.xx() * u + base.xy() * v + du;
    y = toY + base.yx() * u + base.yy() * v + dv;
  }

  private void turn(float xx, float xy, float yx, float yy) {
    float c = (xx + yy) / 2;
    float s = (yx - xy) / 2;
    scale = (float) Math.sqrt(c * c + s * s);
    cosine = c / (scale + 1e-12f);
    sine = s / (scale + 1e-12f);
  }
}
