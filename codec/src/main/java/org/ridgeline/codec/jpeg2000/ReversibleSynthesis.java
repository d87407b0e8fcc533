package org.ridgeline.codec.jpeg2000;

import java.util.List;

/// The reversible 5/3 wavelet, in integers.
///
/// Along a line, low and high samples alternate; a line that begins at an odd place begins with a
/// high one. Each lifting step changes one kind by its two neighbours of the other, and what lies
/// beyond an end is the mirror image, hence the same as the last.
/// - **Overflow** wraps around on hostile coefficients only; levels are cut afterwards
/// - **Source** ISO/IEC 15444-1 F.3, F.3.8.1
final class ReversibleSynthesis implements Synthesis {
  private final List<Resolution> resolutions;
  private final int[][][] rows;
  private final int[] doubled = new int[1024];
  private final int[] low;
  private final int[] high;

  ReversibleSynthesis(TileComponent component) {
    resolutions = component.resolutions();
    rows = new int[resolutions.size()][][];
    for (int r = 0; r < rows.length; r++) {
      Area area = resolutions.get(r).area;
      rows[r] = new int[area.height()][area.width()];
    }
    int half = (component.area().width() + 1) / 2 + 3;
    low = new int[half];
    high = new int[half];
  }

  @Override
  public void put(Resolution resolution, Subband band, Area samples, CodeBlockDecoder block) {
    int r = resolution.number;
    Area below = r == 0 ? resolution.area : resolutions.get(r - 1).area;
    int x0 = samples.x0() + (band.isHighAcross ? below.width() : 0);
    int y0 = samples.y0() + (band.isHighDown ? below.height() : 0);
    for (int y = 0; y < samples.height(); y++) {
      block.row(y, doubled);
      int[] row = rows[r][y0 + y];
      for (int x = 0; x < samples.width(); x++) {
        row[x0 + x] = doubled[x] / 2;
      }
    }
  }

  @Override
  public void run() {
    for (int r = 1; r < rows.length; r++) {
      Area area = resolutions.get(r).area;
      if (!area.isEmpty()) {
        across(rows[r], rows[r - 1], area);
        rows[r] = down(rows[r], rows[r - 1].length, area.y0() & 1);
      }
      rows[r - 1] = new int[0][];
    }
  }

  @Override
  public void row(int y, float[] into) {
    int[] row = rows[rows.length - 1][y];
    for (int x = 0; x < row.length; x++) {
      into[x] = row[x];
    }
  }

  private void across(int[][] rows, int[][] below, Area area) {
    int width = area.width();
    int odd = area.x0() & 1;
    int lows = (width + 1 - odd) / 2;
    for (int y = 0; y < rows.length; y++) {
      int[] row = rows[y];
      if (width == 1) {
        row[0] = odd == 1 ? row[0] / 2 : y < below.length ? below[y][0] : row[0];
      } else {
        System.arraycopy(y < below.length ? below[y] : row, 0, low, 1, lows);
        System.arraycopy(row, lows, high, 1, width - lows);
        across(row, lows, width - lows, odd);
      }
    }
  }

  /// Low and high samples lie from index 1 on, so that their mirror images have a place.
  private void across(int[] row, int lows, int highs, int odd) {
    high[0] = high[1];
    high[highs + 1] = high[highs];
    for (int i = 1; i <= lows; i++) {
      low[i] -= high[i - 1 + odd] + high[i + odd] + 2 >> 2;
    }
    low[0] = low[1];
    low[lows + 1] = low[lows];
    for (int i = 1; i <= highs; i++) {
      high[i] += low[i - odd] + low[i + 1 - odd] >> 1;
    }
    for (int i = 0; i < lows; i++) {
      row[2 * i + odd] = low[i + 1];
    }
    for (int i = 0; i < highs; i++) {
      row[2 * i + 1 - odd] = high[i + 1];
    }
  }

  /// Whole rows at a time: that compiles to vector code. Gives the rows in their final order.
  private static int[][] down(int[][] rows, int lows, int odd) {
    int highs = rows.length - lows;
    if (rows.length == 1) {
      halve(rows[0], odd);
      return rows;
    }
    for (int i = 0; i < lows; i++) {
      int[] before = rows[lows + Math.max(0, i - 1 + odd)];
      int[] behind = rows[lows + Math.min(highs - 1, i + odd)];
      int[] row = rows[i];
      for (int x = 0; x < row.length; x++) {
        row[x] -= before[x] + behind[x] + 2 >> 2;
      }
    }
    for (int i = 0; i < highs; i++) {
      int[] before = rows[Math.max(0, i - odd)];
      int[] behind = rows[Math.min(lows - 1, i + 1 - odd)];
      int[] row = rows[lows + i];
      for (int x = 0; x < row.length; x++) {
        row[x] += before[x] + behind[x] >> 1;
      }
    }
    int[][] ordered = new int[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      boolean isLow = (i & 1) == odd;
      ordered[i] = rows[isLow ? i / 2 : lows + i / 2];
    }
    return ordered;
  }

  /// A single row is a low one as it is, a high one twice as large.
  private static void halve(int[] row, int odd) {
    for (int x = 0; odd == 1 && x < row.length; x++) {
      row[x] /= 2;
    }
  }
}
