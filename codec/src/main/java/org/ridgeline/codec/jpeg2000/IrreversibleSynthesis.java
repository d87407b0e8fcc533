package org.ridgeline.codec.jpeg2000;

import java.util.List;

/// The irreversible 9/7 wavelet, in floats.
///
/// Lines are laid out and mirrored as in [ReversibleSynthesis]. What the lifting steps are scaled
/// by is part of the factor that coefficients are dequantised by, and of one for each resolution
/// below.
/// - **Source** ISO/IEC 15444-1 E.1, F.3, F.3.8.2, table F.4
final class IrreversibleSynthesis implements Synthesis {
  private static final float ALPHA = -1.586134342059924f;
  private static final float BETA = -0.052980118572961f;
  private static final float GAMMA = 0.882911075530934f;
  private static final float DELTA = 0.443506852043971f;
  private static final float LOW_SCALE = 1.230174104914001f;

  private final List<Resolution> resolutions;
  private final float[][][] rows;
  private final int[] doubled = new int[1024];
  private final float[] low;
  private final float[] high;

  IrreversibleSynthesis(TileComponent component) {
    resolutions = component.resolutions();
    rows = new float[resolutions.size()][][];
    for (int r = 0; r < rows.length; r++) {
      Area area = resolutions.get(r).area;
      rows[r] = new float[area.height()][area.width()];
    }
    int half = (component.area().width() + 1) / 2 + 3;
    low = new float[half];
    high = new float[half];
  }

  @Override
  public void put(Resolution resolution, Subband band, Area samples, CodeBlockDecoder block) {
    int r = resolution.number;
    Area below = r == 0 ? resolution.area : resolutions.get(r - 1).area;
    int x0 = samples.x0() + (band.isHighAcross ? below.width() : 0);
    int y0 = samples.y0() + (band.isHighDown ? below.height() : 0);
    float scale = r == 0 ? 1 : scale(resolution.area, band.isHighAcross, band.isHighDown);
    float factor = 0.5f * band.step * scale;
    for (int y = 0; y < samples.height(); y++) {
      block.row(y, doubled);
      float[] row = rows[r][y0 + y];
      for (int x = 0; x < samples.width(); x++) {
        row[x0 + x] = doubled[x] * factor;
      }
    }
  }

  private static float scale(Area area, boolean isHighAcross, boolean isHighDown) {
    return scale(area.width(), isHighAcross) * scale(area.height(), isHighDown);
  }

  /// A line of one sample is not filtered: a low one stays, a high one is twice as large.
  private static float scale(int length, boolean isHigh) {
    if (length == 1) {
      return isHigh ? 0.5f : 1;
    }
    return isHigh ? 1 / LOW_SCALE : LOW_SCALE;
  }

  @Override
  public void run() {
    for (int r = 1; r < rows.length; r++) {
      Area area = resolutions.get(r).area;
      if (!area.isEmpty()) {
        across(rows[r], rows[r - 1], area);
        rows[r] = down(rows[r], rows[r - 1].length, area.y0() & 1);
      }
      rows[r - 1] = new float[0][];
    }
  }

  @Override
  public void row(int y, float[] into) {
    float[] row = rows[rows.length - 1][y];
    System.arraycopy(row, 0, into, 0, row.length);
  }

  private void across(float[][] rows, float[][] below, Area area) {
    int width = area.width();
    int odd = area.x0() & 1;
    int lows = (width + 1 - odd) / 2;
    float scale = scale(area, false, false);
    for (int y = 0; y < rows.length; y++) {
      float[] row = rows[y];
      if (y < below.length) {
        float[] scaled = below[y];
        for (int x = 0; x < lows; x++) {
          row[x] = scaled[x] * scale;
        }
      }
      if (width > 1) {
        System.arraycopy(row, 0, low, 1, lows);
        System.arraycopy(row, lows, high, 1, width - lows);
        across(row, lows, width - lows, odd);
      }
    }
  }

  private void across(float[] row, int lows, int highs, int odd) {
    float[] l = low;
    float[] h = high;
    mirror(h, highs);
    lift(l, h, lows, odd - 1, DELTA);
    mirror(l, lows);
    lift(h, l, highs, -odd, GAMMA);
    mirror(h, highs);
    lift(l, h, lows, odd - 1, BETA);
    mirror(l, lows);
    lift(h, l, highs, -odd, ALPHA);
    for (int i = 0; i < lows; i++) {
      row[2 * i + odd] = l[i + 1];
    }
    for (int i = 0; i < highs; i++) {
      row[2 * i + 1 - odd] = h[i + 1];
    }
  }

  private static void mirror(float[] line, int count) {
    line[0] = line[1];
    line[count + 1] = line[count];
  }

  /// Takes the weighted sum of both neighbours, the first of which lies `shift` further, off.
  private static void lift(float[] line, float[] others, int count, int shift, float weight) {
    for (int i = 1; i <= count; i++) {
      line[i] -= weight * (others[i + shift] + others[i + shift + 1]);
    }
  }

  /// Whole rows at a time: that compiles to vector code. Gives the rows in their final order.
  private static float[][] down(float[][] rows, int lows, int odd) {
    if (rows.length > 1) {
      lows(rows, lows, odd, DELTA);
      highs(rows, lows, odd, GAMMA);
      lows(rows, lows, odd, BETA);
      highs(rows, lows, odd, ALPHA);
    }
    float[][] ordered = new float[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      boolean isLow = (i & 1) == odd;
      ordered[i] = rows[isLow ? i / 2 : lows + i / 2];
    }
    return ordered;
  }

  private static void lows(float[][] rows, int lows, int odd, float weight) {
    int highs = rows.length - lows;
    for (int i = 0; i < lows; i++) {
      float[] before = rows[lows + Math.max(0, i - 1 + odd)];
      float[] behind = rows[lows + Math.min(highs - 1, i + odd)];
      lift(rows[i], before, behind, weight);
    }
  }

  private static void highs(float[][] rows, int lows, int odd, float weight) {
    for (int i = 0; i < rows.length - lows; i++) {
      float[] before = rows[Math.max(0, i - odd)];
      float[] behind = rows[Math.min(lows - 1, i + 1 - odd)];
      lift(rows[lows + i], before, behind, weight);
    }
  }

  private static void lift(float[] row, float[] before, float[] behind, float weight) {
    for (int x = 0; x < row.length; x++) {
      row[x] -= weight * (before[x] + behind[x]);
    }
  }
}
