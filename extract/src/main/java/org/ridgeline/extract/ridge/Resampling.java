package org.ridgeline.extract.ridge;

import org.ridgeline.vocabulary.GrayImage;
import org.ridgeline.vocabulary.RidgePrint;

/// An image of any resolution in the pixels of 500 ppi, by cubic interpolation that widens where
/// the image is finer, so that no detail finer than a pixel is folded into another.
/// - **Source** R. G. Keys, Cubic convolution interpolation for digital image processing, 1981
final class Resampling {
  private Resampling() {}

  /// The image's grey levels at 500 ppi.
  static Plane to500(GrayImage image) {
    byte[] pixels = image.pixels();
    int ppi = image.resolutionPpi();
    if (ppi == RidgePrint.RESOLUTION_PPI) {
      Plane plane = new Plane(image.widthPx(), image.heightPx(), 0);
      for (int i = 0; i < pixels.length; i++) {
        plane.at[i] = pixels[i] & 0xFF;
      }
      return plane;
    }
    Taps across = new Taps(image.widthPx(), ppi);
    Taps down = new Taps(image.heightPx(), ppi);
    Plane plane = new Plane(across.count, down.count, 0);
    float[][] lines = new float[down.reach][];
    int done = 0;
    for (int y = 0; y < down.count; y++) {
      for (; done < down.first[y] + down.reach && done < image.heightPx(); done++) {
        lines[done % down.reach] = line(pixels, done * image.widthPx(), across);
      }
      float[] out = plane.at;
      for (int tap = 0; tap < down.reach; tap++) {
        int row = Math.clamp(down.first[y] + tap, 0, image.heightPx() - 1);
        float weight = down.weight[y * down.reach + tap];
        float[] line = lines[row % down.reach];
        for (int x = 0; x < across.count && weight != 0; x++) {
          out[y * across.count + x] += weight * line[x];
        }
      }
    }
    return plane;
  }

  private static float[] line(byte[] pixels, int from, Taps taps) {
    float[] line = new float[taps.count];
    for (int x = 0; x < taps.count; x++) {
      float sum = 0;
      for (int tap = 0; tap < taps.reach; tap++) {
        int at = Math.clamp(taps.first[x] + tap, 0, taps.length - 1);
        sum += taps.weight[x * taps.reach + tap] * (pixels[from + at] & 0xFF);
      }
      line[x] = sum;
    }
    return line;
  }

  /// What each pixel of one side is made of.
  private static final class Taps {
    final int length;
    final int count;
    final int reach;
    final int[] first;
    final float[] weight;

    Taps(int length, int ppi) {
      this.length = length;
      double scale = ppi / (double) RidgePrint.RESOLUTION_PPI;
      double widened = Math.max(1, scale);
      count = Math.max(1, (int) Math.round(length / scale));
      reach = (int) Math.ceil(4 * widened) + 1;
      first = new int[count];
      weight = new float[count * reach];
      for (int i = 0; i < count; i++) {
        double centre = (i + 0.5) * scale - 0.5;
        first[i] = (int) Math.floor(centre - 2 * widened) + 1;
        double sum = 0;
        for (int tap = 0; tap < reach; tap++) {
          double value = cubic((first[i] + tap - centre) / widened);
          weight[i * reach + tap] = (float) value;
          sum += value;
        }
        for (int tap = 0; tap < reach; tap++) {
          weight[i * reach + tap] /= (float) sum;
        }
      }
    }

    private static double cubic(double x) {
      double a = Math.abs(x);
      if (a < 1) {
        return (1.5 * a - 2.5) * a * a + 1;
      }
      return a < 2 ? ((-0.5 * a + 2.5) * a - 4) * a + 2 : 0;
    }
  }
}
