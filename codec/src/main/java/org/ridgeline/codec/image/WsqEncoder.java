package org.ridgeline.codec.image;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.ridgeline.codec.image.WsqSubbands.Part;
import org.ridgeline.vocabulary.GrayImage;

/// Writes wavelet scalar quantised (WSQ) fingerprint images by the rules of the standard's encoder
/// number 2, with the usual filters.
///
/// **Not certified by the FBI.** Its files agree with the reference encoder's where the published
/// procedure asks, as the tests measure; no one has certified it, so its files carry software
/// number 0, and it must not be offered as certified.
/// - **Limit** [GrayImage]'s sizes; bit rates above 0, up to [#BITS_PER_PIXEL_MAX]
/// - **Error** a bit rate out of limits: IllegalArgumentException
/// - **Source** IAFIS-IC-0110, WSQ Gray-scale Fingerprint Image Compression Specification 3.1
public final class WsqEncoder {
  /// The bit rate of ten-print exchange: about 15 to 1.
  public static final double BITS_PER_PIXEL_USUAL = 0.75;

  /// Highest bit rate; beyond it the file would be larger than the pixels.
  public static final double BITS_PER_PIXEL_MAX = 8;

  private static final int ENCODER_RULES = 2;
  private static final int NOT_CERTIFIED = 0;
  private static final double ZERO_BIN_RATIO = 1.2;
  private static final WsqNumber BIN_CENTRE = new WsqNumber(5, 44_000);

  private WsqEncoder() {}

  /// Encodes at [#BITS_PER_PIXEL_USUAL].
  public static byte[] encode(GrayImage image) {
    return encode(image, BITS_PER_PIXEL_USUAL);
  }

  /// Encodes with about so many bits per pixel; the true number follows from the image.
  public static byte[] encode(GrayImage image, double bitsPerPixel) {
    if (!(bitsPerPixel > 0 && bitsPerPixel <= BITS_PER_PIXEL_MAX)) {
      throw new IllegalArgumentException(
          "bitsPerPixel=" + bitsPerPixel + " limit=0.." + BITS_PER_PIXEL_MAX);
    }
    int width = image.widthPx();
    byte[] pixels = image.pixels();
    float shift = mean(pixels);
    float scale = scale(pixels, shift);
    float[][] samples = new float[image.heightPx()][width];
    for (int y = 0; y < samples.length; y++) {
      for (int x = 0; x < width; x++) {
        samples[y][x] = ((pixels[y * width + x] & 0xFF) - shift) / scale;
      }
    }
    WsqSubbands subbands = WsqSubbands.of(width, image.heightPx());
    new WsqAnalysis(WsqFilters.USUAL).run(samples, subbands);
    float[] widths = WsqAllocation.widths(samples, subbands, bitsPerPixel);
    WsqFrame frame =
        new WsqFrame(
            0,
            255,
            image.heightPx(),
            width,
            WsqNumber.of(shift, WsqNumber.USUAL_MAX),
            WsqNumber.of(scale, WsqNumber.USUAL_MAX),
            ENCODER_RULES,
            NOT_CERTIFIED);
    Quantised quantised = quantised(samples, subbands, widths);
    return write(frame, quantised, comment(image, bitsPerPixel));
  }

  /// Bin indices in coded order, and where the second and third block begin.
  @SuppressWarnings("ArrayRecordComponent")
  private record Quantised(WsqQuantisation steps, short[] bins, int second, int third) {}

  private static float mean(byte[] pixels) {
    long sum = 0;
    for (byte pixel : pixels) {
      sum += pixel & 0xFF;
    }
    return (float) sum / pixels.length;
  }

  /// Brings the level farthest from the mean to 128.
  private static float scale(byte[] pixels, float mean) {
    int lowest = 255;
    int highest = 0;
    for (byte pixel : pixels) {
      lowest = Math.min(lowest, pixel & 0xFF);
      highest = Math.max(highest, pixel & 0xFF);
    }
    float farthest = Math.max(mean - lowest, highest - mean);
    return farthest > 0 ? farthest / 128 : 1;
  }

  private static Quantised quantised(float[][] samples, WsqSubbands subbands, float[] widths) {
    List<WsqQuantisation.Step> steps = new ArrayList<>();
    int[] starts = new int[WsqSubbands.CODED + 1];
    for (int band = 0; band < WsqSubbands.CODED; band++) {
      steps.add(
          new WsqQuantisation.Step(
              WsqNumber.of(widths[band], WsqNumber.USUAL_MAX),
              WsqNumber.of((float) (ZERO_BIN_RATIO * widths[band]), WsqNumber.USUAL_MAX)));
      int area = widths[band] == 0 ? 0 : subbands.bands().get(band).area();
      starts[band + 1] = starts[band] + area;
    }
    steps.addAll(
        Collections.nCopies(
            WsqQuantisation.STEPS - WsqSubbands.CODED,
            new WsqQuantisation.Step(WsqNumber.ZERO, WsqNumber.ZERO)));
    short[] bins = new short[starts[WsqSubbands.CODED]];
    for (int band = 0; band < WsqSubbands.CODED; band++) {
      if (widths[band] != 0) {
        Part part = subbands.bands().get(band);
        quantise(samples, part, widths[band], bins, starts[band]);
      }
    }
    return new Quantised(
        new WsqQuantisation(BIN_CENTRE, steps),
        bins,
        starts[WsqSubbands.FIRST_OF_BLOCK_2],
        starts[WsqSubbands.FIRST_OF_BLOCK_3]);
  }

  private static void quantise(float[][] samples, Part part, float width, short[] bins, int to) {
    float half = (float) (ZERO_BIN_RATIO * width) / 2;
    for (int y = 0; y < part.height(); y++) {
      float[] row = samples[part.y() + y];
      int at = to + y * part.width();
      for (int x = 0; x < part.width(); x++) {
        float sample = row[part.x() + x];
        float beyond = Math.abs(sample) - half;
        int index = beyond > 0 ? (int) (beyond / width + 1.0) : 0;
        bins[at + x] = (short) (sample < 0 ? -index : index);
      }
    }
  }

  private static byte[] write(WsqFrame frame, Quantised quantised, String comment) {
    short[] bins = quantised.bins();
    int second = quantised.second();
    int third = quantised.third();
    WsqHuffmanPlan first = plan(bins, 0, second, second);
    WsqHuffmanPlan rest = plan(bins, second, third, bins.length);
    WsqWriter writer = new WsqWriter(frame.widthPx() * frame.heightPx() / 8);
    writer.marker(WsqMarker.START_OF_IMAGE);
    writer.comment(comment);
    writer.transform(WsqFilters.USUAL);
    writer.quantisation(quantised.steps());
    writer.frame(frame);
    writer.huffman(0, first);
    writer.block(0, first, bins, 0, second);
    writer.huffman(1, rest);
    writer.block(1, rest, bins, second, third);
    writer.block(1, rest, bins, third, bins.length);
    writer.marker(WsqMarker.END_OF_IMAGE);
    return writer.toByteArray();
  }

  /// Runs of zeros do not cross from one block to the next.
  private static WsqHuffmanPlan plan(short[] bins, int from, int border, int to) {
    int[] frequencies = new int[WsqHuffman.SYMBOLS_MAX];
    WsqRuns.walk(bins, from, border, (symbol, operand, bits) -> frequencies[symbol]++);
    WsqRuns.walk(bins, border, to, (symbol, operand, bits) -> frequencies[symbol]++);
    return new WsqHuffmanPlan(frequencies);
  }

  /// The comment that NIST's tools write and read: size, depth, resolution, compression.
  private static String comment(GrayImage image, double bitsPerPixel) {
    return String.format(
        Locale.ROOT,
        """
        NIST_COM 9
        PIX_WIDTH %d
        PIX_HEIGHT %d
        PIX_DEPTH 8
        PPI %d
        LOSSY 1
        COLORSPACE GRAY
        COMPRESSION WSQ
        WSQ_BITRATE %f\
        """,
        image.widthPx(),
        image.heightPx(),
        image.resolutionPpi(),
        bitsPerPixel);
  }
}
