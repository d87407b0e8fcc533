package org.ridgeline.codec.image;

import java.util.Arrays;
import java.util.List;
import org.ridgeline.codec.image.LineEnds.Mirror;
import org.ridgeline.codec.image.WsqSubbands.Part;
import org.ridgeline.codec.image.WsqSubbands.Split;

/// Builds an image from its subbands: each split from the inside out, first down, then across.
/// - **Layout** rows of floats, each part in the place the split gave it
/// - **Source** IAFIS-IC-0110 section 2.3 and annex A (synthesis)
final class WsqSynthesis {
  private final Phase[] phases;
  private final boolean odd;
  private final int pad;
  private final WeightedRows terms;

  /// The taps that make the even or the odd samples: first the low half's, then the high half's.
  @SuppressWarnings("ArrayRecordComponent")
  private record Phase(int[] shifts, float[] weights, int lowTerms) {}

  WsqSynthesis(WsqFilters filters) {
    float[] low = filters.synthesisLow();
    float[] high = filters.synthesisHigh();
    odd = filters.isOdd();
    phases = new Phase[] {phase(low, high, 0), phase(low, high, 1)};
    pad = Math.max(low.length, high.length) / 2 + 2;
    terms = new WeightedRows(low.length + high.length);
  }

  /// Tap `t` of a filter weighs the sample `shift` places after the output's own.
  private Phase phase(float[] low, float[] high, int parity) {
    int lowCentre = low.length / 2;
    int highCentre = odd ? high.length / 2 + 1 : high.length / 2;
    int[] shifts = new int[low.length + high.length];
    float[] weights = new float[shifts.length];
    int count = 0;
    for (int t = Math.floorMod(lowCentre - parity, 2); t < low.length; t += 2) {
      shifts[count] = (t - lowCentre + parity) >> 1;
      weights[count++] = low[t];
    }
    int lowTerms = count;
    for (int t = Math.floorMod(highCentre - parity, 2); t < high.length; t += 2) {
      shifts[count] = (t - highCentre + parity) >> 1;
      weights[count++] = high[t];
    }
    return new Phase(Arrays.copyOf(shifts, count), Arrays.copyOf(weights, count), lowTerms);
  }

  /// Joins all splits in place; the last join goes row by row to `sink`.
  void run(float[][] image, WsqSubbands subbands, RowSink sink) {
    List<Split> splits = subbands.splits();
    for (int i = splits.size() - 1; i > 0; i--) {
      Split split = splits.get(i);
      Part part = split.part();
      if (part.area() > 0) {
        float[][] joined = new float[part.height()][part.width()];
        Across across = new Across(split);
        down(image, split, (line, y) -> across.join(line, joined[y]));
        for (int y = 0; y < part.height(); y++) {
          System.arraycopy(joined[y], 0, image[part.y() + y], part.x(), part.width());
        }
      }
    }
    Split whole = splits.getFirst();
    Across across = new Across(whole);
    float[] joined = new float[whole.part().width()];
    down(
        image,
        whole,
        (line, y) -> {
          across.join(line, joined);
          sink.row(joined, y);
        });
  }

  /// Takes finished rows, from the top.
  interface RowSink {
    void row(float[] line, int y);
  }

  /// Joins the upper and lower halves; a line holds its samples where the image has them.
  private void down(float[][] image, Split split, RowSink sink) {
    Part part = split.part();
    LineEnds low = lowEnds(part.height());
    LineEnds high = highEnds(part.height());
    int highTop = split.mirroredY() ? part.y() : part.y() + split.lowHeight();
    int lowTop = split.mirroredY() ? part.y() + part.height() / 2 : part.y();
    float[] line = new float[part.x() + part.width()];
    for (int y = 0; y < part.height(); y++) {
      Phase phase = phases[y & 1];
      terms.clear();
      for (int t = 0; t < phase.shifts.length; t++) {
        boolean isLow = t < phase.lowTerms;
        LineEnds ends = isLow ? low : high;
        int k = (y >> 1) + phase.shifts[t];
        if (ends.length() > 0) {
          float[] row = image[(isLow ? lowTop : highTop) + ends.index(k)];
          terms.add(row, phase.weights[t] * ends.sign(k));
        }
      }
      terms.sum(line, part.x(), line.length);
      sink.row(line, y);
    }
  }

  /// Joins the left and right halves of rows that all have the same length.
  private final class Across {
    private final LineEnds low;
    private final LineEnds high;
    private final int lowFrom;
    private final int highFrom;
    private final int highAt;
    private final float[] extended;
    private final ShiftedRows shifted;
    private final float[][] halves;
    private final WeightedRows[] sums = new WeightedRows[2];

    private Across(Split split) {
      int width = split.part().width();
      low = lowEnds(width);
      high = highEnds(width);
      lowFrom = split.part().x() + (split.mirroredX() ? width / 2 : 0);
      highFrom = split.part().x() + (split.mirroredX() ? 0 : split.lowWidth());
      highAt = low.length() + 2 * pad;
      extended = new float[highAt + high.length() + 2 * pad];
      shifted = new ShiftedRows(extended, split.lowWidth());
      halves = new float[2][split.lowWidth()];
      for (int parity = 0; parity < 2; parity++) {
        Phase phase = phases[parity];
        sums[parity] = new WeightedRows(phase.shifts.length);
        for (int t = 0; t < phase.shifts.length; t++) {
          int at = t < phase.lowTerms ? 0 : highAt;
          sums[parity].add(shifted.at(at + pad + phase.shifts[t]), phase.weights[t]);
        }
      }
    }

    private void join(float[] line, float[] target) {
      low.extend(line, lowFrom, extended, 0);
      if (high.length() > 0) {
        high.extend(line, highFrom, extended, highAt);
      }
      shifted.refresh();
      float[] evens = halves[0];
      float[] odds = halves[1];
      int pairs = high.length();
      sums[0].sum(evens, 0, low.length());
      sums[1].sum(odds, 0, pairs);
      for (int i = 0; i < pairs; i++) {
        target[2 * i] = evens[i];
        target[2 * i + 1] = odds[i];
      }
      if (low.length() > pairs) {
        target[2 * pairs] = evens[pairs];
      }
    }
  }

  private LineEnds lowEnds(int length) {
    boolean even = length % 2 == 0;
    return new LineEnds(
        length + 1 >> 1, pad, odd ? Mirror.WHOLE : Mirror.HALF, even ? Mirror.HALF : Mirror.WHOLE);
  }

  private LineEnds highEnds(int length) {
    boolean even = length % 2 == 0;
    if (odd) {
      return new LineEnds(length / 2, pad, Mirror.HALF, even ? Mirror.WHOLE : Mirror.HALF);
    }
    return new LineEnds(
        length / 2, pad, Mirror.HALF_NEGATED, even ? Mirror.HALF_NEGATED : Mirror.ZERO_NEGATED);
  }
}
