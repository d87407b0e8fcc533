package org.ridgeline.extract.slap;

/// From cells with ridges to the cells of prints: cores, deltas, scars and a punched hole belong to
/// a print, letters and lines do not.
/// - **Unit** cells, 62.5 an inch
final class PrintMask {
  /// Largest hole inside a print, square cells: 0.08 square inch.
  private static final int HOLE_MAX = (int) (0.08 * SlapCells.PER_INCH * SlapCells.PER_INCH);

  /// What is nowhere wider than twice this and one cell is a stroke.
  private static final int STROKE = 4;

  private final int columns;
  private final int rows;
  private boolean[] mask;

  private PrintMask(int columns, int rows, boolean[] mask) {
    this.columns = columns;
    this.rows = rows;
    this.mask = mask;
  }

  static boolean[] of(SlapCells ridges) {
    boolean[] shown = new boolean[ridges.columns() * ridges.rows()];
    for (int at = 0; at < shown.length; at++) {
      shown[at] = ridges.isRidge(at);
    }
    var mask = new PrintMask(ridges.columns(), ridges.rows(), shown);
    mask.vote(2, 13);
    mask.vote(1, 5);
    mask.fillHoles();
    mask.shrink(STROKE);
    mask.grow(STROKE);
    return mask.mask;
  }

  /// Each cell becomes what at least `least` of the cells around it and itself say.
  private void vote(int reach, int least) {
    boolean[] to = new boolean[mask.length];
    int[] sums = sums();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        to[row * columns + column] = count(sums, column, row, reach) >= least;
      }
    }
    mask = to;
  }

  /// Keeps cells with a whole square of print around them; beyond the image is print.
  private void shrink(int reach) {
    boolean[] to = new boolean[mask.length];
    int[] sums = sums();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int across = Math.min(columns - 1, column + reach) - Math.max(0, column - reach) + 1;
        int down = Math.min(rows - 1, row + reach) - Math.max(0, row - reach) + 1;
        to[row * columns + column] = count(sums, column, row, reach) == across * down;
      }
    }
    mask = to;
  }

  private void grow(int reach) {
    vote(reach, 1);
  }

  /// Sums of the mask over all cells above and left of a corner.
  private int[] sums() {
    int[] sums = new int[(columns + 1) * (rows + 1)];
    for (int row = 0; row < rows; row++) {
      int sum = 0;
      for (int column = 0; column < columns; column++) {
        sum += mask[row * columns + column] ? 1 : 0;
        int above = sums[row * (columns + 1) + column + 1];
        sums[(row + 1) * (columns + 1) + column + 1] = above + sum;
      }
    }
    return sums;
  }

  private int count(int[] sums, int column, int row, int reach) {
    int left = Math.max(0, column - reach);
    int right = Math.min(columns, column + reach + 1);
    int top = Math.max(0, row - reach) * (columns + 1);
    int bottom = Math.min(rows, row + reach + 1) * (columns + 1);
    return sums[bottom + right] - sums[bottom + left] - sums[top + right] + sums[top + left];
  }

  private void fillHoles() {
    boolean[] seen = mask.clone();
    int[] queue = new int[mask.length];
    for (int start = 0; start < mask.length; start++) {
      if (seen[start]) {
        continue;
      }
      int end = flood(start, seen, queue);
      if (end <= HOLE_MAX && !touchesEdge(queue, end)) {
        for (int i = 0; i < end; i++) {
          mask[queue[i]] = true;
        }
      }
    }
  }

  /// Marks the empty cells joined with one, and lists them; their number.
  private int flood(int start, boolean[] seen, int[] queue) {
    int end = 0;
    seen[start] = true;
    queue[end++] = start;
    for (int i = 0; i < end; i++) {
      int column = queue[i] % columns;
      end = visit(queue[i] - 1, column > 0, seen, queue, end);
      end = visit(queue[i] + 1, column < columns - 1, seen, queue, end);
      end = visit(queue[i] - columns, queue[i] >= columns, seen, queue, end);
      end = visit(queue[i] + columns, queue[i] < mask.length - columns, seen, queue, end);
    }
    return end;
  }

  private static int visit(int at, boolean inside, boolean[] seen, int[] queue, int end) {
    if (!inside || seen[at]) {
      return end;
    }
    seen[at] = true;
    queue[end] = at;
    return end + 1;
  }

  private boolean touchesEdge(int[] cells, int count) {
    for (int i = 0; i < count; i++) {
      int column = cells[i] % columns;
      int row = cells[i] / columns;
      if (column == 0 || row == 0 || column == columns - 1 || row == rows - 1) {
        return true;
      }
    }
    return false;
  }
}
