package org.ridgeline.extract.slap;

import java.util.Arrays;

/// A part of a turned slap that may be a finger, and what is measured of it.
/// - **Unit** columns and rows of the turned cells, 62.5 an inch; `top` and `left` are the first,
///   `bottom` and `right` the last
final class FingerShape {
  private static final int BORDER = 1;

  /// A cell is blank that shows less than this share of what the strongest tenth does.
  private static final double BLANK = 0.3;

  private static final double ROW_SHARE = 0.30;
  private static final double COLUMN_SHARE = 0.25;

  private final TurnedCells turned;
  private final int[] cells;
  private final int left;
  private final int right;
  private final int top;
  private final int bottom;

  private FingerShape(TurnedCells turned, int[] cells) {
    this.turned = turned;
    this.cells = cells;
    int width = turned.width();
    int leftMost = Integer.MAX_VALUE;
    int rightMost = 0;
    int topMost = Integer.MAX_VALUE;
    int bottomMost = 0;
    for (int cell : cells) {
      int row = cell / width;
      int column = cell - row * width;
      leftMost = Math.min(leftMost, column);
      rightMost = Math.max(rightMost, column);
      topMost = Math.min(topMost, row);
      bottomMost = Math.max(bottomMost, row);
    }
    left = leftMost;
    right = rightMost;
    top = topMost;
    bottom = bottomMost;
  }

  /// The shape of some cells, in any order; not none.
  static FingerShape of(TurnedCells turned, int[] cells) {
    return new FingerShape(turned, cells);
  }

  int left() {
    return left;
  }

  int right() {
    return right;
  }

  int top() {
    return top;
  }

  int bottom() {
    return bottom;
  }

  int width() {
    return right - left + 1;
  }

  int height() {
    return bottom - top + 1;
  }

  int area() {
    return cells.length;
  }

  double middle() {
    return (left + right) / 2.0;
  }

  /// The same down to a row, that row left out.
  FingerShape above(int row) {
    int end = row * turned.width();
    return of(turned, Arrays.stream(cells).filter(cell -> cell < end).toArray());
  }

  /// The part left of a column, or from it on.
  FingerShape beside(int column, boolean leftOf) {
    int width = turned.width();
    return of(
        turned, Arrays.stream(cells).filter(cell -> cell % width < column == leftOf).toArray());
  }

  /// The same without rows and columns at its ends that are far shorter than the others: slivers of
  /// a neighbour, strokes that touch it.
  FingerShape trimmed() {
    int width = turned.width();
    int[] byRow = new int[height()];
    for (int cell : cells) {
      byRow[cell / width - top]++;
    }
    int[] rows = kept(byRow, ROW_SHARE);
    int first = (rows[0] + top) * width;
    int last = (rows[1] + top + 1) * width;
    int[] inRows = Arrays.stream(cells).filter(cell -> cell >= first && cell < last).toArray();
    int[] byColumn = new int[width()];
    for (int cell : inRows) {
      byColumn[cell % width - left]++;
    }
    int[] columns = kept(byColumn, COLUMN_SHARE);
    return of(turned, columns(inRows, columns[0] + left, columns[1] + left));
  }

  /// The cells from a column to another.
  private int[] columns(int[] from, int first, int last) {
    int width = turned.width();
    int[] kept = new int[from.length];
    int count = 0;
    for (int cell : from) {
      int column = cell % width;
      kept[count] = cell;
      count += column >= first && column <= last ? 1 : 0;
    }
    return Arrays.copyOf(kept, count);
  }

  /// First and last line that hold at least a share of what a middle line does.
  private static int[] kept(int[] lines, double share) {
    int[] sorted = lines.clone();
    Arrays.sort(sorted);
    double least = share * sorted[sorted.length / 2];
    int first = 0;
    int last = lines.length - 1;
    while (first < last && lines[first] < least) {
      first++;
    }
    while (first < last && lines[last] < least) {
      last--;
    }
    return new int[] {first, last};
  }

  /// Both shapes as one.
  FingerShape with(FingerShape other) {
    int[] both = Arrays.copyOf(cells, cells.length + other.cells.length);
    System.arraycopy(other.cells, 0, both, cells.length, other.cells.length);
    return of(turned, both);
  }

  /// Columns that both shapes have, as a share of the narrower one's.
  double overlap(FingerShape other) {
    int shared = Math.min(right, other.right) - Math.max(left, other.left) + 1;
    return Math.max(0, shared) / (double) Math.min(width(), other.width());
  }

  /// How much each row from the top shows of ridges.
  double[] textureByRow(SlapCells ridges) {
    double[] sum = new double[height()];
    for (int cell : cells) {
      sum[cell / turned.width() - top] += ridges.texture(turned.source(cell));
    }
    return sum;
  }

  /// How deep each column from the left is: its cells from its own top down to the first gap.
  int[] depthByColumn() {
    int[] next = new int[width()];
    int[] depth = new int[width()];
    int[] sorted = cells.clone();
    Arrays.sort(sorted);
    for (int cell : sorted) {
      int column = cell % turned.width() - left;
      int row = cell / turned.width();
      if (depth[column] == 0 || row == next[column]) {
        depth[column]++;
        next[column] = row + 1;
      }
    }
    return depth;
  }

  /// Share of the cells that show ridges themselves.
  double ridgeShare(SlapCells ridges) {
    long shown = Arrays.stream(cells).filter(cell -> ridges.isRidge(turned.source(cell))).count();
    return shown / (double) cells.length;
  }

  /// How far all ridges run the same way: 1 for stripes, well below for the bows of a fingertip.
  double sameness(SlapCells ridges) {
    double cosine = 0;
    double sine = 0;
    int count = 0;
    for (int cell : cells) {
      int source = turned.source(cell);
      if (ridges.isRidge(source)) {
        cosine += ridges.cosine(source);
        sine += ridges.sine(source);
        count++;
      }
    }
    return count == 0 ? 1 : Math.sqrt(cosine * cosine + sine * sine) / count;
  }

  /// Share of the cells that show next to nothing: the paper between strokes.
  double blankShare(SlapCells ridges) {
    double[] textures =
        Arrays.stream(cells).mapToDouble(cell -> ridges.texture(turned.source(cell))).toArray();
    double[] sorted = textures.clone();
    Arrays.sort(sorted);
    double blank = BLANK * sorted[sorted.length * 9 / 10];
    return Arrays.stream(textures).filter(texture -> texture < blank).count()
        / (double) cells.length;
  }

  /// Which way the shape lies.
  /// - **Unit** `degrees`: above 0 where its foot lies right of its tip; `weight` 0 (round) to 1
  record Lean(double degrees, double weight) {}

  Lean lean() {
    int width = turned.width();
    long u = 0;
    long v = 0;
    for (int cell : cells) {
      u += cell % width;
      v += cell / width;
    }
    double middleU = u / (double) cells.length;
    double middleV = v / (double) cells.length;
    double uu = 0;
    double vv = 0;
    double uv = 0;
    for (int cell : cells) {
      double du = cell % width - middleU;
      double dv = cell / width - middleV;
      uu += du * du;
      vv += dv * dv;
      uv += du * dv;
    }
    double length = Math.sqrt((vv - uu) * (vv - uu) + 4 * uv * uv);
    double degrees = StrictMath.toDegrees(StrictMath.atan2(2 * uv, vv - uu) / 2);
    return new Lean(degrees, uu + vv == 0 ? 0 : length / (uu + vv));
  }

  /// Whether the shape is cut by the image's border.
  boolean touchesBorder(SlapCells ridges) {
    int[] bounds = sourceBounds(ridges.columns());
    return bounds[0] <= BORDER
        || bounds[2] <= BORDER
        || bounds[1] >= ridges.columns() - 1 - BORDER
        || bounds[3] >= ridges.rows() - 1 - BORDER;
  }

  /// The cells of the image that the shape covers: first and last column, first and last row.
  int[] sourceBounds(int columns) {
    int[] bounds = {Integer.MAX_VALUE, 0, Integer.MAX_VALUE, 0};
    for (int cell : cells) {
      int x = turned.source(cell) % columns;
      int y = turned.source(cell) / columns;
      bounds[0] = Math.min(bounds[0], x);
      bounds[1] = Math.max(bounds[1], x);
      bounds[2] = Math.min(bounds[2], y);
      bounds[3] = Math.max(bounds[3], y);
    }
    return bounds;
  }
}
