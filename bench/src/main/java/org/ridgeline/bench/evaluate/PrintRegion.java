package org.ridgeline.bench.evaluate;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import org.ridgeline.vocabulary.GrayImage;

/// The part of an image that shows a print, and how dark it is: simple statistics of grey levels,
/// of the same kind for every sensor and every engine, and no measure of moisture.
///
/// The region is made of blocks whose grey levels vary, and of those enclosed by such blocks, so
/// that a blot within the print belongs to it. Dark and light are thirds of the range between the
/// 5th and 95th percentile of the region's grey levels.
/// - **Unit** `areaMm2`: square millimetres; `dark`, `light`: shares of the region's pixels, 0..1
record PrintRegion(double areaMm2, double dark, double light) {
  private static final int BLOCK_PX_500 = 16;

  /// A block belongs to the print if its grey levels deviate by this share of what the most lively
  /// tenth of blocks does, and by this many levels.
  private static final double LIVELY_SHARE = 0.3;

  private static final double LIVELY_MIN = 4;
  private static final int LEVELS = 256;

  /// Measures; an image that shows no print has none.
  static Optional<PrintRegion> of(GrayImage image) {
    int blockPx = Math.max(4, BLOCK_PX_500 * image.resolutionPpi() / 500);
    Blocks blocks = new Blocks(image, blockPx);
    boolean[] inside = blocks.inside();
    long[] histogram = new long[LEVELS];
    int count = 0;
    for (int block = 0; block < inside.length; block++) {
      if (inside[block]) {
        blocks.count(block, histogram);
        count++;
      }
    }
    if (count == 0) {
      return Optional.empty();
    }
    double sideMm = blockPx * 25.4 / image.resolutionPpi();
    return Optional.of(of(histogram, count * sideMm * sideMm));
  }

  private static PrintRegion of(long[] histogram, double areaMm2) {
    long all = Arrays.stream(histogram).sum();
    int black = percentile(histogram, 0.05 * all);
    int white = percentile(histogram, 0.95 * all);
    double third = (white - black) / 3.0;
    long dark = 0;
    long light = 0;
    for (int level = 0; level < LEVELS; level++) {
      dark += level < black + third ? histogram[level] : 0;
      light += level > white - third ? histogram[level] : 0;
    }
    return new PrintRegion(areaMm2, (double) dark / all, (double) light / all);
  }

  private static int percentile(long[] histogram, double rank) {
    long sum = 0;
    int level = 0;
    while (level < LEVELS - 1 && (sum += histogram[level]) < rank) {
      level++;
    }
    return level;
  }

  /// Whole blocks of an image, row by row.
  private static final class Blocks {
    private final byte[] pixels;
    private final int widthPx;
    private final int blockPx;
    private final int columns;
    private final int rows;

    Blocks(GrayImage image, int blockPx) {
      pixels = image.pixels();
      widthPx = image.widthPx();
      this.blockPx = blockPx;
      columns = image.widthPx() / blockPx;
      rows = image.heightPx() / blockPx;
    }

    void count(int block, long[] histogram) {
      int left = block % columns * blockPx;
      int top = block / columns * blockPx;
      for (int y = top; y < top + blockPx; y++) {
        for (int x = left; x < left + blockPx; x++) {
          histogram[pixels[y * widthPx + x] & 0xFF]++;
        }
      }
    }

    private double deviation(int block) {
      long[] histogram = new long[LEVELS];
      count(block, histogram);
      double sum = 0;
      double squares = 0;
      for (int level = 0; level < LEVELS; level++) {
        sum += (double) level * histogram[level];
        squares += (double) level * level * histogram[level];
      }
      double of = blockPx * blockPx;
      return Math.sqrt(Math.max(0, squares / of - sum / of * (sum / of)));
    }

    /// All but the quiet blocks that can be reached from the edge over quiet ones.
    boolean[] inside() {
      double[] deviations = new double[columns * rows];
      for (int block = 0; block < deviations.length; block++) {
        deviations[block] = deviation(block);
      }
      double[] sorted = deviations.clone();
      Arrays.sort(sorted);
      double liveliest = sorted.length == 0 ? 0 : sorted[(int) (0.9 * sorted.length)];
      double least = Math.max(LIVELY_MIN, LIVELY_SHARE * liveliest);
      boolean[] inside = new boolean[deviations.length];
      Arrays.fill(inside, true);
      Deque<Integer> reached = new ArrayDeque<>();
      for (int row = 0; row < rows; row++) {
        for (int column = 0; column < columns; column++) {
          if (row == 0 || column == 0 || row == rows - 1 || column == columns - 1) {
            reached.add(row * columns + column);
          }
        }
      }
      while (!reached.isEmpty()) {
        int block = reached.remove();
        if (inside[block] && deviations[block] < least) {
          inside[block] = false;
          addNeighbours(block, reached);
        }
      }
      return inside;
    }

    private void addNeighbours(int block, Deque<Integer> reached) {
      int column = block % columns;
      if (column > 0) {
        reached.add(block - 1);
      }
      if (column < columns - 1) {
        reached.add(block + 1);
      }
      if (block >= columns) {
        reached.add(block - columns);
      }
      if (block < columns * (rows - 1)) {
        reached.add(block + columns);
      }
    }
  }
}
