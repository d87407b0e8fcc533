package org.ridgeline.extract.ridge;

/// The structure tensor of a picture in blocks of [Contrast#BLOCK_PX] pixels, smoothed: how
/// strongly grey levels change, and in which direction.
/// - **Shape** `difference`: of the squares of both slopes; `product`: twice theirs; `energy`: the
///   squares' sum
final class Tensor {
  final float[] difference;
  final float[] product;
  final float[] energy;
  private final int columns;
  private final int rows;

  private Tensor(Plane plane, int columns, int rows) {
    this.columns = columns;
    this.rows = rows;
    float[] sums = new float[columns * rows];
    float[] products = new float[columns * rows];
    float[] energies = new float[columns * rows];
    Strip strip = new Strip(plane.width);
    for (int by = 0; by < rows; by++) {
      strip.clear();
      int bottom = Math.min(plane.height - 1, (by + 1) * Contrast.BLOCK_PX);
      for (int y = Math.max(1, by * Contrast.BLOCK_PX); y < bottom; y++) {
        strip.add(plane, plane.row(y));
      }
      strip.fold(sums, products, energies, by * columns);
    }
    difference = Grid.boxes(sums, columns, rows, 2, 1);
    product = Grid.boxes(products, columns, rows, 2, 1);
    energy = Grid.boxes(energies, columns, rows, 2, 1);
  }

  static Tensor of(Plane plane, int columns, int rows) {
    return new Tensor(plane, columns, rows);
  }

  /// The mean of the four blocks of a cell.
  float around(float[] blocks, int column, int row) {
    int left = 2 * column;
    int right = Math.min(columns - 1, left + 1);
    int top = 2 * row * columns;
    int bottom = Math.min(rows - 1, 2 * row + 1) * columns;
    return (blocks[top + left]
            + blocks[top + right]
            + blocks[bottom + left]
            + blocks[bottom + right])
        / 4;
  }

  /// Rows of products, added up before they are folded into blocks.
  private static final class Strip {
    private final float[] difference;
    private final float[] product;
    private final float[] energy;

    Strip(int width) {
      difference = new float[width];
      product = new float[width];
      energy = new float[width];
    }

    void clear() {
      java.util.Arrays.fill(difference, 0);
      java.util.Arrays.fill(product, 0);
      java.util.Arrays.fill(energy, 0);
    }

    void add(Plane plane, int row) {
      float[] at = plane.at;
      int stride = plane.stride;
      for (int x = 1; x < difference.length - 1; x++) {
        float dx = at[row + x + 1] - at[row + x - 1];
        float dy = at[row + x + stride] - at[row + x - stride];
        float xx = dx * dx;
        float yy = dy * dy;
        difference[x] += xx - yy;
        product[x] += 2 * dx * dy;
        energy[x] += xx + yy;
      }
    }

    void fold(float[] differences, float[] products, float[] energies, int to) {
      for (int x = 0; x < difference.length; x++) {
        int block = to + x / Contrast.BLOCK_PX;
        differences[block] += difference[x];
        products[block] += product[x];
        energies[block] += energy[x];
      }
    }
  }
}
