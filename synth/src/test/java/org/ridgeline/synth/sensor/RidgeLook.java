package org.ridgeline.synth.sensor;

import java.util.Arrays;
import org.ridgeline.vocabulary.GrayImage;

/// What the ridges of one print look like, cell by cell: the same measure for real and synthetic.
///
/// Cells of 16 pixels count as ridges where their contrast is over a fifth of the print's (95 %)
/// and their directions agree or contrast is over a half of it.
record RidgeLook(
    double area,
    double[] grey,
    double contrast,
    double coherence,
    double dark,
    double[] wetDry,
    double broken,
    double period) {
  private static final int CELL = 16;
  private static final int REACH = 14;

  static RidgeLook of(GrayImage image) {
    return new Meter(image).look();
  }

  /// Measures one image.
  private static final class Meter {
    private final GrayImage image;
    private final int width;
    private final int height;
    private final int columns;
    private final int rows;
    private final double[] contrast;
    private final double[] coherence;
    private final double[] direction;

    Meter(GrayImage image) {
      this.image = image;
      width = image.widthPx();
      height = image.heightPx();
      columns = (width - 2 * REACH) / CELL;
      rows = (height - 2 * REACH) / CELL;
      contrast = new double[columns * rows];
      coherence = new double[columns * rows];
      direction = new double[columns * rows];
      for (int cell = 0; cell < columns * rows; cell++) {
        cell(cell);
      }
    }

    private int x(int cell) {
      return REACH + cell % columns * CELL + CELL / 2;
    }

    private int y(int cell) {
      return REACH + cell / columns * CELL + CELL / 2;
    }

    private void cell(int cell) {
      double xx = 0;
      double yy = 0;
      double xy = 0;
      int[] greys = new int[20 * 20];
      int count = 0;
      for (int y = y(cell) - 10; y < y(cell) + 10; y++) {
        for (int x = x(cell) - 10; x < x(cell) + 10; x++) {
          double dx = image.at(x + 1, y) - image.at(x - 1, y);
          double dy = image.at(x, y + 1) - image.at(x, y - 1);
          xx += dx * dx;
          yy += dy * dy;
          xy += dx * dy;
          greys[count++] = image.at(x, y);
        }
      }
      Arrays.sort(greys);
      contrast[cell] = greys[count * 9 / 10] - greys[count / 10];
      coherence[cell] = Math.hypot(xx - yy, 2 * xy) / (xx + yy + 1);
      direction[cell] = 0.5 * Math.atan2(2 * xy, xx - yy) + Math.PI / 2;
    }

    RidgeLook look() {
      double[] sorted = contrast.clone();
      Arrays.sort(sorted);
      double most = sorted[sorted.length * 95 / 100];
      double[] sums = new double[6];
      double[] periods = new double[columns * rows];
      int[] histogram = new int[256];
      int cells = 0;
      int periodic = 0;
      for (int cell = 0; cell < columns * rows; cell++) {
        boolean clear = contrast[cell] > 0.2 * most && coherence[cell] > 0.25;
        if (!clear && contrast[cell] < 0.5 * most) {
          continue;
        }
        cells++;
        double dark = dark(cell, histogram);
        sums[0] += contrast[cell];
        sums[1] += coherence[cell];
        sums[2] += dark;
        sums[3] += dark > 0.62 ? 1 : 0;
        sums[4] += dark < 0.38 ? 1 : 0;
        sums[5] += broken(cell);
        double period = coherence[cell] > 0.4 ? period(cell) : 0;
        if (period > 0) {
          periods[periodic++] = period;
        }
      }
      int n = Math.max(1, cells);
      double[] found = Arrays.copyOf(periods, periodic);
      Arrays.sort(found);
      return new RidgeLook(
          cells * CELL * CELL,
          new double[] {at(histogram, 0.05), at(histogram, 0.5), at(histogram, 0.95)},
          sums[0] / n,
          sums[1] / n,
          sums[2] / n,
          new double[] {sums[3] / n, sums[4] / n},
          sums[5] / n,
          periodic == 0 ? 0 : found[periodic / 2]);
    }

    /// Share of a cell's pixels darker than the middle between its dark and light tenths.
    private double dark(int cell, int[] histogram) {
      int[] greys = new int[20 * 20];
      int count = 0;
      for (int y = y(cell) - 10; y < y(cell) + 10; y++) {
        for (int x = x(cell) - 10; x < x(cell) + 10; x++) {
          greys[count++] = image.at(x, y);
          histogram[image.at(x, y)]++;
        }
      }
      Arrays.sort(greys);
      double middle = (greys[count / 20] + greys[count * 19 / 20]) / 2.0;
      return Arrays.stream(greys).filter(grey -> grey < middle).count() / (double) count;
    }

    /// Change of grey along the ridges over 10 pixels, per contrast.
    private double broken(int cell) {
      double dx = 2.5 * Math.cos(direction[cell]);
      double dy = 2.5 * Math.sin(direction[cell]);
      double sum = 0;
      int count = 0;
      for (int y = y(cell) - 8; y < y(cell) + 8; y += 2) {
        for (int x = x(cell) - 8; x < x(cell) + 8; x += 2) {
          for (int step = -2; step < 2; step++) {
            int from = grey(x + step * dx, y + step * dy);
            sum += Math.abs(grey(x + (step + 1) * dx, y + (step + 1) * dy) - from);
            count++;
          }
        }
      }
      return sum / count / Math.max(1, contrast[cell]);
    }

    private int grey(double x, double y) {
      int column = (int) Math.clamp(Math.round(x), 0L, width - 1L);
      int row = (int) Math.clamp(Math.round(y), 0L, height - 1L);
      return image.at(column, row);
    }

    /// The period across the ridges whose wave fits a projection of 41 pixels best.
    private double period(int cell) {
      double dx = -Math.sin(direction[cell]);
      double dy = Math.cos(direction[cell]);
      double[] line = new double[41];
      for (int i = 0; i < line.length; i++) {
        for (int along = -6; along <= 6; along += 2) {
          line[i] +=
              grey(x(cell) + (i - 20) * dx + along * dy, y(cell) + (i - 20) * dy - along * dx);
        }
      }
      double mean = Arrays.stream(line).average().orElse(0);
      double best = 0;
      double bestPeriod = 0;
      for (double period = 5; period < 16; period += 0.1) {
        double re = 0;
        double im = 0;
        for (int i = 0; i < line.length; i++) {
          double weight = 0.5 + 0.5 * Math.cos((i - 20) * Math.PI / 21);
          re += weight * (line[i] - mean) * Math.cos(2 * Math.PI * i / period);
          im += weight * (line[i] - mean) * Math.sin(2 * Math.PI * i / period);
        }
        if (re * re + im * im > best) {
          best = re * re + im * im;
          bestPeriod = period;
        }
      }
      return bestPeriod > 5.1 && bestPeriod < 15.8 ? bestPeriod : 0;
    }

    private static double at(int[] histogram, double part) {
      long left = (long) (part * Arrays.stream(histogram).asLongStream().sum());
      for (int grey = 0; grey < 256; grey++) {
        left -= histogram[grey];
        if (left < 0) {
          return grey;
        }
      }
      return 255;
    }
  }
}
