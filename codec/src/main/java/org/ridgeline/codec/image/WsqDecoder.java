package org.ridgeline.codec.image;

import java.util.List;
import org.ridgeline.codec.image.WsqSubbands.Part;
import org.ridgeline.vocabulary.GrayImage;

/// Reads wavelet scalar quantised (WSQ) fingerprint images.
///
/// Filters of other lengths than the usual 9 and 7 taps are taken from the file. A resolution in a
/// NIST comment is reported; the format itself has none.
/// - **Limit** [ImageLimits]; [ImageLimits#WSQ_MEMORY_BYTES_PER_PIXEL_MAX] bytes of memory a pixel
/// - **Error** hostile or broken bytes: [ImageDecoded.Undecodable]; nothing is thrown
/// - **Source** IAFIS-IC-0110, WSQ Gray-scale Fingerprint Image Compression Specification 3.1
public final class WsqDecoder {
  /// Bin indices up to this size are looked up; larger ones are rare.
  private static final int LOOKED_UP_MAX = 255;

  private WsqDecoder() {}

  /// Decodes a WSQ file that no record describes.
  public static ImageDecoded decode(byte[] data) {
    try {
      return pixels(data, GrayImage.PIXELS_MAX).against(ImageHints.none());
    } catch (ImageRefusal refusal) {
      return new ImageDecoded.Undecodable(refusal.finding());
    }
  }

  static DecodedPixels pixels(byte[] data, int pixelsMax) throws ImageRefusal {
    WsqFile file = WsqReader.read(data, pixelsMax);
    WsqFrame frame = file.frame();
    int width = frame.widthPx();
    int height = frame.heightPx();
    WsqSubbands subbands = WsqSubbands.of(width, height);
    float[][] samples = samples(file, subbands);
    byte[] pixels = new byte[width * height];
    float scale = frame.scale().toFloat();
    float shift = frame.shift().toFloat() + 0.5f;
    new WsqSynthesis(file.filters())
        .run(samples, subbands, (line, y) -> toPixels(line, scale, shift, pixels, y));
    return DecodedPixels.of(width, height, pixels, file.resolutions(), file.findings());
  }

  /// Cuts to 0..255 before the step to integers: that order compiles to vector code.
  private static void toPixels(float[] line, float scale, float shift, byte[] pixels, int y) {
    int at = y * line.length;
    for (int x = 0; x < line.length; x++) {
      float level = Math.max(0f, Math.min(255f, line[x] * scale + shift));
      pixels[at + x] = (byte) (int) level;
    }
  }

  /// Puts each bin's centre where the bin index stood for it.
  private static float[][] samples(WsqFile file, WsqSubbands subbands) {
    float[][] samples = new float[file.frame().heightPx()][file.frame().widthPx()];
    List<WsqQuantisation.Step> steps = file.quantisation().steps();
    double centre = file.quantisation().binCentre().toDouble();
    int from = 0;
    for (int band = 0; band < WsqSubbands.CODED; band++) {
      WsqQuantisation.Step step = steps.get(band);
      if (step.isCoded()) {
        Part part = subbands.bands().get(band);
        new Restored(step, centre).put(file.bins(), from, samples, part);
        from += part.area();
      }
    }
    return samples;
  }

  /// The sample that stands for each bin index of one subband.
  private static final class Restored {
    private final double width;
    private final double half;
    private final float[] lookedUp = new float[2 * LOOKED_UP_MAX + 1];

    private Restored(WsqQuantisation.Step step, double centre) {
      width = step.width().toDouble();
      half = step.zeroWidth().toDouble() / 2 - width * centre;
      for (int i = -LOOKED_UP_MAX; i <= LOOKED_UP_MAX; i++) {
        lookedUp[i + LOOKED_UP_MAX] = computed(i);
      }
    }

    private float computed(int index) {
      if (index == 0) {
        return 0;
      }
      return (float) (index > 0 ? index * width + half : index * width - half);
    }

    private void put(short[] bins, int from, float[][] samples, Part part) {
      for (int y = 0; y < part.height(); y++) {
        float[] row = samples[part.y() + y];
        int at = from + y * part.width();
        for (int x = 0; x < part.width(); x++) {
          int index = bins[at + x];
          int place = index + LOOKED_UP_MAX;
          row[part.x() + x] =
              place >= 0 && place < lookedUp.length ? lookedUp[place] : computed(index);
        }
      }
    }
  }
}
