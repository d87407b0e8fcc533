package org.ridgeline.codec.image;

import org.ridgeline.codec.image.WsqSubbands.Part;

/// Chooses how finely each subband is quantised, so that the whole comes near a bit rate.
///
/// A subband's share follows from its variance: the more it varies, the more bits it earns.
/// Subbands that would earn less than none are left out of the reckoning, until none is.
/// - **Unit** bits per pixel; widths in units of the scaled samples, 0 for a subband not coded
/// - **Same on every machine** float where the reference files were made in float, StrictMath
/// - **Source** IAFIS-IC-0110 section 2.4 and annex B (first encoder: variances, bin widths)
final class WsqAllocation {
  /// Subbands that vary less are not coded.
  private static final float VARIANCE_MIN = 1.01f;

  /// Below this sum over the first four subbands, variances are taken over whole subbands.
  private static final float LOW_VARIANCES_SUM = 20_000f;

  private static final int LOW_BANDS = 4;

  /// From here on a subband's side is a quarter of the image's.
  private static final int FIRST_LARGE_BAND = 51;

  /// Weights of the last eight subbands, 52..59.
  private static final float[] LAST_WEIGHTS = {
    1.32f, 1.08f, 1.42f, 1.08f, 1.32f, 1.42f, 1.08f, 1.08f
  };

  /// Half the standard deviations that the bins cover: the standard's loading factor.
  private static final double LOADING = 2.5;

  /// Fewer samples have no variance to speak of.
  private static final int SAMPLES_MIN = 16;

  /// Bins at least this wide keep every sample's index within 16 bits.
  private static final float NARROW = 0.5f;

  private static final int INDEX_MAX = 32_000;

  private WsqAllocation() {}

  /// The width of the bins of each of the 60 subbands.
  static float[] widths(float[][] samples, WsqSubbands subbands, double bitsPerPixel) {
    float[] variances = variances(samples, subbands);
    float[] relative = relativeWidths(variances);
    boolean[] kept = new boolean[WsqSubbands.CODED];
    for (int band = 0; band < kept.length; band++) {
      kept[band] = variances[band] >= VARIANCE_MIN;
    }
    float fineness = fineness(variances, relative, kept, bitsPerPixel);
    for (int band = 0; band < relative.length; band++) {
      Part part = subbands.bands().get(band);
      float width = relative[band] / fineness;
      relative[band] = width < NARROW ? widened(width, samples, part) : width;
    }
    return relative;
  }

  /// At bit rates far above the usual, bins may become so narrow that indices outgrow 16 bits.
  private static float widened(float width, float[][] samples, Part part) {
    float largest = 0;
    for (int y = 0; y < part.height(); y++) {
      float[] row = samples[part.y() + y];
      for (int x = 0; x < part.width(); x++) {
        largest = Math.max(largest, Math.abs(row[part.x() + x]));
      }
    }
    return width == 0 ? 0 : Math.max(width, largest / INDEX_MAX);
  }

  private static float[] relativeWidths(float[] variances) {
    float[] widths = new float[WsqSubbands.CODED];
    for (int band = 0; band < widths.length; band++) {
      if (variances[band] >= VARIANCE_MIN) {
        boolean isLow = band < LOW_BANDS;
        widths[band] =
            isLow ? 1 : (float) (10.0 / (weight(band) * (float) StrictMath.log(variances[band])));
      }
    }
    return widths;
  }

  private static float weight(int band) {
    return band < WsqSubbands.FIRST_OF_BLOCK_3
        ? 1
        : LAST_WEIGHTS[band - WsqSubbands.FIRST_OF_BLOCK_3];
  }

  /// The factor that all relative widths are divided by.
  private static float fineness(
      float[] variances, float[] relative, boolean[] kept, double bitsPerPixel) {
    while (true) {
      double share = 0;
      double product = 1;
      for (int band = 0; band < kept.length; band++) {
        if (kept[band]) {
          share += share(band);
          double ratio = (float) StrictMath.sqrt(variances[band]) / relative[band];
          product *= StrictMath.pow(ratio, share(band));
        }
      }
      if (share == 0) {
        return 1;
      }
      float fineness =
          (float)
              (StrictMath.pow(2, (float) bitsPerPixel / share - 1.0)
                  / LOADING
                  / StrictMath.pow(product, 1.0 / share));
      boolean dropped = false;
      for (int band = 0; band < kept.length; band++) {
        boolean earnsNone =
            kept[band]
                && relative[band] / fineness
                    >= 2 * LOADING * (float) StrictMath.sqrt(variances[band]);
        kept[band] &= !earnsNone;
        dropped |= earnsNone;
      }
      if (!dropped) {
        return fineness;
      }
    }
  }

  /// The part of the image's samples that a subband has.
  private static double share(int band) {
    if (band < LOW_BANDS) {
      return 1.0 / 1024;
    }
    return band < FIRST_LARGE_BAND ? 1.0 / 256 : 1.0 / 16;
  }

  private static float[] variances(float[][] samples, WsqSubbands subbands) {
    float[] variances = new float[WsqSubbands.CODED];
    float sum = 0;
    for (int band = 0; band < LOW_BANDS; band++) {
      variances[band] = variance(samples, middle(subbands.bands().get(band)));
      sum += variances[band];
    }
    boolean whole = sum < LOW_VARIANCES_SUM;
    for (int band = whole ? 0 : LOW_BANDS; band < variances.length; band++) {
      Part part = subbands.bands().get(band);
      variances[band] = variance(samples, whole ? part : middle(part));
    }
    return variances;
  }

  /// The middle of a subband, without the paper around the print; all of it where little is left.
  private static Part middle(Part part) {
    Part middle =
        new Part(
            part.x() + part.width() / 8,
            part.y() + 9 * part.height() / 32,
            3 * part.width() / 4,
            7 * part.height() / 16);
    return middle.area() < SAMPLES_MIN ? part : middle;
  }

  /// Two passes, the mean first, in float throughout: the reference files' widths come out so to
  /// the last digit, which sums in double or in one pass miss. Of very few samples, as only images
  /// below 256 pixels have, the energy is taken: their mean would explain them away.
  private static float variance(float[][] samples, Part part) {
    int count = part.area();
    float sum = 0;
    for (int y = 0; y < part.height(); y++) {
      float[] row = samples[part.y() + y];
      for (int x = 0; x < part.width(); x++) {
        sum += row[part.x() + x];
      }
    }
    float mean = count < SAMPLES_MIN ? 0 : sum / count;
    float squares = 0;
    for (int y = 0; y < part.height(); y++) {
      float[] row = samples[part.y() + y];
      for (int x = 0; x < part.width(); x++) {
        float deviation = row[part.x() + x] - mean;
        squares += deviation * deviation;
      }
    }
    return (float) (squares / Math.max(1.0, count - 1.0));
  }
}
