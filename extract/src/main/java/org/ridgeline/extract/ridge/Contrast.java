package org.ridgeline.extract.ridge;

import java.util.Arrays;

/// Grey levels evened out: less their local mean, over their local deviation.
///
/// Mean and deviation are taken over blocks of [#BLOCK_PX] pixels, smoothed, and interpolated in
/// between: a sixteenth of the work on every pixel, and no difference that a ridge would show.
/// - **Shape** `variance`: of grey levels, by block, smoothed; `strong`: that of a print's clear
///   part, the variance that nine in ten blocks stay below; where most of the image is blank, at
///   least a third of what nine in ten blocks that are not stay below
final class Contrast {
  static final int BLOCK_PX = 4;

  /// As far as the widest filter reaches in any direction.
  static final int MARGIN_PX = 20;

  private static final float FLOOR_OF_STRONG = 0.03f;
  private static final float FLOOR = 4;

  /// Paper and glass vary by less, grey levels squared.
  private static final float BLANK = 16;

  private static final float STRONG_OF_PRINT = 0.33f;

  final Plane plane;
  final float[] variance;
  final float strong;
  final int blockColumns;
  final int blockRows;

  private Contrast(Plane grey) {
    blockColumns = (grey.width + BLOCK_PX - 1) / BLOCK_PX;
    blockRows = (grey.height + BLOCK_PX - 1) / BLOCK_PX;
    plane = new Plane(grey.width, grey.height, MARGIN_PX);
    float[] mean = Grid.box(blockMeans(grey), blockColumns, blockRows, 3);
    float[] row = new float[grey.width];
    for (int y = 0; y < grey.height; y++) {
      interpolate(mean, y, row);
      int from = grey.row(y);
      int to = plane.row(y);
      for (int x = 0; x < grey.width; x++) {
        plane.at[to + x] = grey.at[from + x] - row[x];
      }
    }
    variance = Grid.boxes(blockSquares(), blockColumns, blockRows, 2, 3, 2);
    strong = nineTenths(variance);
    float[] share = new float[variance.length];
    for (int i = 0; i < share.length; i++) {
      share[i] = 1 / (float) Math.sqrt(variance[i] + FLOOR_OF_STRONG * strong + FLOOR);
    }
    for (int y = 0; y < grey.height; y++) {
      interpolate(share, y, row);
      int to = plane.row(y);
      for (int x = 0; x < grey.width; x++) {
        plane.at[to + x] *= row[x];
      }
    }
  }

  static Contrast of(Plane grey) {
    return new Contrast(grey);
  }

  private float[] blockMeans(Plane grey) {
    float[] means = new float[blockColumns * blockRows];
    for (int by = 0; by < blockRows; by++) {
      for (int bx = 0; bx < blockColumns; bx++) {
        means[by * blockColumns + bx] = blockMean(grey, bx, by);
      }
    }
    return means;
  }

  private static float blockMean(Plane grey, int bx, int by) {
    int right = Math.min(grey.width, (bx + 1) * BLOCK_PX);
    int bottom = Math.min(grey.height, (by + 1) * BLOCK_PX);
    float sum = 0;
    for (int y = by * BLOCK_PX; y < bottom; y++) {
      for (int x = bx * BLOCK_PX; x < right; x++) {
        sum += grey.at[grey.row(y) + x];
      }
    }
    return sum / ((right - bx * BLOCK_PX) * (bottom - by * BLOCK_PX));
  }

  private float[] blockSquares() {
    float[] squares = new float[blockColumns * blockRows];
    for (int by = 0; by < blockRows; by++) {
      int bottom = Math.min(plane.height, (by + 1) * BLOCK_PX);
      for (int bx = 0; bx < blockColumns; bx++) {
        int right = Math.min(plane.width, (bx + 1) * BLOCK_PX);
        float sum = 0;
        for (int y = by * BLOCK_PX; y < bottom; y++) {
          for (int x = bx * BLOCK_PX; x < right; x++) {
            float value = plane.at[plane.row(y) + x];
            sum += value * value;
          }
        }
        int count = (right - bx * BLOCK_PX) * (bottom - by * BLOCK_PX);
        squares[by * blockColumns + bx] = sum / count;
      }
    }
    return squares;
  }

  /// The blocks' values at the pixels of a row, linearly between their centres.
  private void interpolate(float[] blocks, int y, float[] row) {
    float place = Math.max(0, (y - 1.5f) / BLOCK_PX);
    int above = Math.min(blockRows - 1, (int) place);
    int below = Math.min(blockRows - 1, above + 1);
    float down = place - above;
    float[] line = new float[blockColumns + 1];
    for (int i = 0; i < blockColumns; i++) {
      float top = blocks[above * blockColumns + i];
      line[i] = top + (blocks[below * blockColumns + i] - top) * down;
    }
    line[blockColumns] = line[blockColumns - 1];
    for (int x = 0; x < row.length; x++) {
      float across = Math.max(0, (x - 1.5f) / BLOCK_PX);
      int left = (int) across;
      row[x] = line[left] + (line[left + 1] - line[left]) * (across - left);
    }
  }

  private static float nineTenths(float[] values) {
    float[] sorted = new float[(values.length + 3) / 4];
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = values[4 * i];
    }
    Arrays.sort(sorted);
    int blank = 0;
    while (blank < sorted.length && sorted[blank] < BLANK) {
      blank++;
    }
    float all = sorted[(int) (sorted.length * 0.9)];
    int print = blank + (int) ((sorted.length - blank) * 0.9);
    return print < sorted.length ? Math.max(all, STRONG_OF_PRINT * sorted[print]) : all;
  }
}
