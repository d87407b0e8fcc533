package org.ridgeline.codec.image;

import org.ridgeline.codec.image.LineEnds.Mirror;
import org.ridgeline.codec.image.WsqSubbands.Part;
import org.ridgeline.codec.image.WsqSubbands.Split;

/// Cuts an image into its subbands: each split from the whole inwards, first across, then down.
/// - **Layout** one float array of the image's size, in place; [WsqSubbands] says what lies where
/// - **Rounding** float sums from the first tap to the last, so that the bins do not depend on the
///   machine
/// - **Source** IAFIS-IC-0110 section 2.3 and annex A (analysis)
final class WsqAnalysis {
  private final float[] low;
  private final float[] high;
  private final int lowStart;
  private final int highStart;
  private final Mirror mirror;
  private final int pad;
  private final WeightedRows terms;

  WsqAnalysis(WsqFilters filters) {
    boolean odd = filters.isOdd();
    low = filters.low();
    high = odd ? filters.high() : negated(filters.high());
    lowStart = odd ? -(low.length / 2) : 1 - low.length / 2;
    highStart = 1 - high.length / 2;
    mirror = odd ? Mirror.WHOLE : Mirror.HALF;
    pad = (Math.max(low.length, high.length) / 2 + 2) & ~1;
    terms = new WeightedRows(Math.max(low.length, high.length));
  }

  private static float[] negated(float[] taps) {
    float[] result = new float[taps.length];
    for (int i = 0; i < taps.length; i++) {
      result[i] = -taps[i];
    }
    return result;
  }

  void run(float[] image, int width, WsqSubbands subbands) {
    float[] parted = new float[image.length];
    for (Split split : subbands.splits()) {
      Part part = split.part();
      if (part.area() > 0) {
        Across across = new Across(split);
        for (int y = 0; y < part.height(); y++) {
          across.part(image, (part.y() + y) * width + part.x(), parted, y * part.width());
        }
        down(parted, image, width, split);
      }
    }
  }

  private void down(float[] parted, float[] image, int stride, Split split) {
    Part part = split.part();
    int highRows = part.height() / 2;
    int lowTop = split.mirroredY() ? highRows : 0;
    int highTop = split.mirroredY() ? 0 : split.lowHeight();
    LineEnds ends = new LineEnds(part.height(), pad, mirror, mirror);
    for (int m = 0; m < split.lowHeight(); m++) {
      gather(ends, low, 2 * m + lowStart, part.width());
      terms.sum(parted, image, (part.y() + lowTop + m) * stride + part.x(), part.width());
    }
    for (int m = 0; m < highRows; m++) {
      gather(ends, high, 2 * m + highStart, part.width());
      terms.sum(parted, image, (part.y() + highTop + m) * stride + part.x(), part.width());
    }
  }

  private void gather(LineEnds ends, float[] taps, int first, int rowLength) {
    terms.clear();
    for (int t = 0; t < taps.length; t++) {
      terms.add(ends.index(first + t) * rowLength, taps[t]);
    }
  }

  /// Parts rows that all have the same length into low and high halves.
  private final class Across {
    private final int width;
    private final LineEnds ends;
    private final int lowTo;
    private final int highTo;
    private final float[] extended;
    private final float[] parities;
    private final WeightedRows lows;
    private final WeightedRows highs;

    private Across(Split split) {
      width = split.part().width();
      ends = new LineEnds(width, pad, mirror, mirror);
      lowTo = split.mirroredX() ? width / 2 : 0;
      highTo = split.mirroredX() ? 0 : split.lowWidth();
      extended = new float[width + 2 * pad];
      parities = new float[extended.length + 1];
      lows = shifted(low, lowStart);
      highs = shifted(high, highStart);
    }

    private WeightedRows shifted(float[] taps, int start) {
      WeightedRows rows = new WeightedRows(taps.length);
      int odds = (extended.length + 1) / 2;
      for (int t = 0; t < taps.length; t++) {
        int place = start + t + pad;
        rows.add((place & 1) * odds + (place >> 1), taps[t]);
      }
      return rows;
    }

    private void part(float[] image, int from, float[] parted, int to) {
      ends.extend(image, from, extended, 0);
      int odds = (extended.length + 1) / 2;
      for (int i = 0; i < extended.length / 2; i++) {
        parities[i] = extended[2 * i];
        parities[odds + i] = extended[2 * i + 1];
      }
      parities[odds - 1] = extended[2 * odds - 2];
      lows.sum(parities, parted, to + lowTo, width + 1 >> 1);
      highs.sum(parities, parted, to + highTo, width / 2);
    }
  }
}
