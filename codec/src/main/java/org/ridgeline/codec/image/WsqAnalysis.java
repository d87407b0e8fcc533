package org.ridgeline.codec.image;

import org.ridgeline.codec.image.LineEnds.Mirror;
import org.ridgeline.codec.image.WsqSubbands.Part;
import org.ridgeline.codec.image.WsqSubbands.Split;

/// Cuts an image into its subbands: each split from the whole inwards, first across, then down.
/// - **Layout** rows of floats, in place; [WsqSubbands] says what lies where
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

  void run(float[][] image, WsqSubbands subbands) {
    float[][] parted = new float[image.length][image[0].length];
    for (Split split : subbands.splits()) {
      Part part = split.part();
      if (part.area() > 0) {
        Across across = new Across(split);
        for (int y = part.y(); y < part.y() + part.height(); y++) {
          across.part(image[y], parted[y]);
        }
        down(parted, image, split);
      }
    }
  }

  private void down(float[][] parted, float[][] image, Split split) {
    Part part = split.part();
    int highRows = part.height() / 2;
    int lowTop = part.y() + (split.mirroredY() ? highRows : 0);
    int highTop = part.y() + (split.mirroredY() ? 0 : split.lowHeight());
    int right = part.x() + part.width();
    LineEnds ends = new LineEnds(part.height(), pad, mirror, mirror);
    for (int m = 0; m < split.lowHeight(); m++) {
      gather(parted, part.y(), ends, low, 2 * m + lowStart);
      terms.sum(image[lowTop + m], part.x(), right);
    }
    for (int m = 0; m < highRows; m++) {
      gather(parted, part.y(), ends, high, 2 * m + highStart);
      terms.sum(image[highTop + m], part.x(), right);
    }
  }

  private void gather(float[][] parted, int top, LineEnds ends, float[] taps, int first) {
    terms.clear();
    for (int t = 0; t < taps.length; t++) {
      terms.add(parted[top + ends.index(first + t)], taps[t]);
    }
  }

  /// Parts rows that all have the same length into low and high halves.
  private final class Across {
    private final int width;
    private final int from;
    private final LineEnds ends;
    private final int lowTo;
    private final int highTo;
    private final float[] extended;
    private final float[] parities;
    private final int odds;
    private final ShiftedRows shifted;
    private final float[] half;
    private final WeightedRows lows;
    private final WeightedRows highs;

    private Across(Split split) {
      width = split.part().width();
      from = split.part().x();
      ends = new LineEnds(width, pad, mirror, mirror);
      lowTo = from + (split.mirroredX() ? width / 2 : 0);
      highTo = from + (split.mirroredX() ? 0 : split.lowWidth());
      extended = new float[width + 2 * pad];
      odds = (extended.length + 1) / 2;
      parities = new float[2 * odds + 2];
      half = new float[split.lowWidth()];
      shifted = new ShiftedRows(parities, half.length);
      lows = rows(low, lowStart);
      highs = rows(high, highStart);
    }

    private WeightedRows rows(float[] taps, int start) {
      WeightedRows rows = new WeightedRows(taps.length);
      for (int t = 0; t < taps.length; t++) {
        int place = start + t + pad;
        rows.add(shifted.at((place & 1) * odds + (place >> 1)), taps[t]);
      }
      return rows;
    }

    private void part(float[] line, float[] target) {
      ends.extend(line, from, extended, 0);
      for (int i = 0; i < extended.length / 2; i++) {
        parities[i] = extended[2 * i];
        parities[odds + i] = extended[2 * i + 1];
      }
      parities[odds - 1] = extended[2 * odds - 2];
      shifted.refresh();
      lows.sum(half, 0, half.length);
      System.arraycopy(half, 0, target, lowTo, half.length);
      highs.sum(half, 0, width / 2);
      System.arraycopy(half, 0, target, highTo, width / 2);
    }
  }
}
