package org.ridgeline.extract;

import org.ridgeline.vocabulary.GrayImage;

/// Where an image shows friction ridges: per block, how strongly the grey levels change and how
/// much of that change runs in one direction.
///
/// The direction test is the coherence of the gradient's structure tensor: parallel ridges give
/// values near 1, noise and blank paper near 0.
/// - **Unit** blocks of [#BLOCK_PX_500] pixels at 500 ppi, scaled to the image's resolution
/// - **Source** A. M. Bazen, S. H. Gerez, Systematic methods for the computation of the directional
///   fields and singular points of fingerprints, 2002 (coherence)
final class RidgeMap {
  static final int BLOCK_PX_500 = 16;

  /// Mean squared gradient below this is blank or dirt, in grey levels squared.
  private static final double ENERGY_MIN = 16;

  private static final double COHERENCE_MIN = 0.35;

  private final GrayImage image;
  private final int blockPx;
  private final int columns;
  private final int rows;
  private final double[] coherence;
  private int goodBlocks;

  private RidgeMap(GrayImage image) {
    this.image = image;
    blockPx = Math.max(4, BLOCK_PX_500 * image.resolutionPpi() / 500);
    columns = image.widthPx() / blockPx;
    rows = image.heightPx() / blockPx;
    coherence = new double[columns * rows];
  }

  static RidgeMap of(GrayImage image) {
    RidgeMap map = new RidgeMap(image);
    byte[] pixels = image.pixels();
    for (int row = 0; row < map.rows; row++) {
      for (int column = 0; column < map.columns; column++) {
        map.coherence[row * map.columns + column] = map.coherenceOf(pixels, column, row);
      }
    }
    map.dropLonelyBlocks();
    return map;
  }

  private double coherenceOf(byte[] pixels, int column, int row) {
    int width = image.widthPx();
    int step = Math.max(1, blockPx / BLOCK_PX_500);
    int left = Math.max(column * blockPx, step);
    int right = Math.min((column + 1) * blockPx, width - step);
    int top = Math.max(row * blockPx, step);
    int bottom = Math.min((row + 1) * blockPx, image.heightPx() - step);
    long xx = 0;
    long yy = 0;
    long xy = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        int at = y * width + x;
        int dx = (pixels[at + step] & 0xFF) - (pixels[at - step] & 0xFF);
        int dy = (pixels[at + step * width] & 0xFF) - (pixels[at - step * width] & 0xFF);
        xx += dx * dx;
        yy += dy * dy;
        xy += dx * dy;
      }
    }
    double count = Math.max(1, (long) (right - left) * (bottom - top));
    if ((xx + yy) / count < ENERGY_MIN) {
      return 0;
    }
    double difference = xx - yy;
    return Math.sqrt(difference * difference + 4.0 * xy * xy) / (xx + yy);
  }

  /// A good block with fewer than two good neighbours is a scratch or a letter, not a print.
  private void dropLonelyBlocks() {
    boolean[] keep = new boolean[coherence.length];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        keep[row * columns + column] = isGood(column, row) && goodNeighbours(column, row) >= 2;
      }
    }
    goodBlocks = 0;
    for (int i = 0; i < keep.length; i++) {
      if (keep[i]) {
        goodBlocks++;
      } else {
        coherence[i] = 0;
      }
    }
  }

  private int goodNeighbours(int column, int row) {
    return (isGood(column - 1, row) ? 1 : 0)
        + (isGood(column + 1, row) ? 1 : 0)
        + (isGood(column, row - 1) ? 1 : 0)
        + (isGood(column, row + 1) ? 1 : 0);
  }

  private boolean isGood(int column, int row) {
    return column >= 0
        && row >= 0
        && column < columns
        && row < rows
        && coherence[row * columns + column] >= COHERENCE_MIN;
  }

  /// Blocks that show ridges.
  int goodBlocks() {
    return goodBlocks;
  }

  /// The smallest rectangle around all good blocks, two blocks wider on each side.
  Region region() {
    int left = columns;
    int right = -1;
    int top = rows;
    int bottom = -1;
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        if (isGood(column, row)) {
          left = Math.min(left, column);
          right = Math.max(right, column);
          top = Math.min(top, row);
          bottom = Math.max(bottom, row);
        }
      }
    }
    int x = Math.max(0, (left - 2) * blockPx);
    int y = Math.max(0, (top - 2) * blockPx);
    return new Region(
        x,
        y,
        Math.min(image.widthPx(), (right + 3) * blockPx) - x,
        Math.min(image.heightPx(), (bottom + 3) * blockPx) - y);
  }
}
