package org.ridgeline.codec.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.List;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.Severity;

/// Makes 8-bit grey of what an image library read.
///
/// Grey samples are taken as they lie: the library's own conversion to RGB would bend them along a
/// gamma curve. Colour is weighted as luma; palettes are looked up; deeper samples are cut to their
/// upper eight bits; what is transparent shows the white that it lies on.
/// - **Source** luma weights: ITU-R BT.601, in thousandths
final class GreyPixels {
  private static final int OPAQUE = 255;

  private final BufferedImage image;
  private final List<Finding> findings;
  private boolean transparent;

  private GreyPixels(BufferedImage image, List<Finding> findings) {
    this.image = image;
    this.findings = findings;
  }

  static byte[] of(BufferedImage image, List<Finding> findings) {
    return new GreyPixels(image, findings).grey();
  }

  private byte[] grey() {
    byte[] grey = samples();
    if (transparent) {
      findings.add(converted("transparent pixels: laid on white"));
    }
    return grey;
  }

  private byte[] samples() {
    ColorModel colours = image.getColorModel();
    if (colours instanceof IndexColorModel palette) {
      return lookedUp(palette);
    }
    if (colours.getColorSpace().getType() != ColorSpace.TYPE_GRAY) {
      String found = "colour, " + colours.getPixelSize() + " bits per pixel";
      findings.add(converted(found + ": weighted"));
      return weighted();
    }
    int bits = image.getSampleModel().getSampleSize(0);
    if (bits != 8) {
      findings.add(converted(bits + "-bit grey: " + (bits > 8 ? "upper 8 kept" : "spread")));
    }
    return scaled(bits, colours);
  }

  private byte[] scaled(int bits, ColorModel colours) {
    Raster raster = image.getRaster();
    int width = raster.getWidth();
    int height = raster.getHeight();
    byte[] grey = new byte[width * height];
    int[] row = new int[width];
    int[] alphas = new int[width];
    boolean veiled = colours.hasAlpha() && raster.getNumBands() > 1;
    for (int y = 0; y < height; y++) {
      raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, 0, row);
      if (veiled) {
        int band = raster.getNumBands() - 1;
        raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, band, alphas);
      }
      for (int x = 0; x < width; x++) {
        int level = eight(row[x], bits);
        int alpha = veiled ? eight(alphas[x], bits) : OPAQUE;
        grey[y * width + x] =
            (byte) (colours.isAlphaPremultiplied() ? level + veil(alpha) : laid(level, alpha));
      }
    }
    return grey;
  }

  /// A sample of so many bits as one of eight.
  static int eight(int sample, int bits) {
    return bits > 8 ? sample >>> (bits - 8) : sample * 255 / ((1 << bits) - 1);
  }

  /// A level seen through its alpha on white.
  private int laid(int level, int alpha) {
    return alpha == OPAQUE ? level : (level * alpha + OPAQUE / 2) / OPAQUE + veil(alpha);
  }

  /// How much of the white shows.
  private int veil(int alpha) {
    transparent |= alpha != OPAQUE;
    return OPAQUE - alpha;
  }

  private byte[] lookedUp(IndexColorModel palette) {
    int size = palette.getMapSize();
    int[] colours = new int[size];
    boolean grey = true;
    for (int i = 0; i < size; i++) {
      int rgb = palette.getRGB(i);
      colours[i] = rgb;
      grey &= (rgb & 0xFF) == (rgb >> 8 & 0xFF) && (rgb & 0xFF) == (rgb >> 16 & 0xFF);
    }
    if (!grey) {
      findings.add(converted("a palette of " + size + " colours: weighted"));
    }
    Raster raster = image.getRaster();
    int width = raster.getWidth();
    int height = raster.getHeight();
    byte[] pixels = new byte[width * height];
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, 0, row);
      for (int x = 0; x < width; x++) {
        pixels[y * width + x] = row[x] < size ? seen(colours[row[x]]) : 0;
      }
    }
    return pixels;
  }

  private byte[] weighted() {
    int width = image.getWidth();
    int height = image.getHeight();
    byte[] grey = new byte[width * height];
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      for (int x = 0; x < width; x++) {
        grey[y * width + x] = seen(row[x]);
      }
    }
    return grey;
  }

  private byte seen(int argb) {
    int luma =
        (299 * (argb >> 16 & 0xFF) + 587 * (argb >> 8 & 0xFF) + 114 * (argb & 0xFF) + 500) / 1000;
    return (byte) laid(luma, argb >>> 24);
  }

  private static Finding converted(String found) {
    return Finding.of(Severity.WARNING, FindingCode.IMAGE_CONVERTED, "8-bit grey, opaque", found);
  }
}
