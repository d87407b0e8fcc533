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
/// upper eight bits.
/// - **Source** luma weights: ITU-R BT.601, in thousandths
final class GreyPixels {
  private GreyPixels() {}

  static byte[] of(BufferedImage image, List<Finding> findings) {
    Raster raster = image.getRaster();
    ColorModel colours = image.getColorModel();
    if (colours instanceof IndexColorModel palette) {
      return lookedUp(raster, palette, findings);
    }
    boolean grey = colours.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
    if (!grey) {
      findings.add(converted("colour, " + colours.getPixelSize() + " bits per pixel"));
      return weighted(image);
    }
    int bits = raster.getSampleModel().getSampleSize(0);
    if (bits != 8) {
      findings.add(converted(bits + "-bit grey"));
    }
    return scaled(raster, bits);
  }

  private static byte[] scaled(Raster raster, int bits) {
    int width = raster.getWidth();
    int height = raster.getHeight();
    byte[] grey = new byte[width * height];
    int[] row = new int[width];
    int most = (1 << bits) - 1;
    for (int y = 0; y < height; y++) {
      raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, 0, row);
      for (int x = 0; x < width; x++) {
        int level = bits > 8 ? row[x] >>> (bits - 8) : row[x] * 255 / most;
        grey[y * width + x] = (byte) level;
      }
    }
    return grey;
  }

  private static byte[] lookedUp(Raster raster, IndexColorModel palette, List<Finding> findings) {
    int size = palette.getMapSize();
    byte[] levels = new byte[Math.max(size, 256)];
    boolean grey = true;
    for (int i = 0; i < size; i++) {
      int rgb = palette.getRGB(i);
      levels[i] = (byte) luma(rgb);
      grey &= (rgb & 0xFF) == (rgb >> 8 & 0xFF) && (rgb & 0xFF) == (rgb >> 16 & 0xFF);
    }
    if (!grey) {
      findings.add(converted("a palette of " + size + " colours"));
    }
    int width = raster.getWidth();
    int height = raster.getHeight();
    byte[] pixels = new byte[width * height];
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, 0, row);
      for (int x = 0; x < width; x++) {
        pixels[y * width + x] = row[x] < levels.length ? levels[row[x]] : 0;
      }
    }
    return pixels;
  }

  private static byte[] weighted(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    byte[] grey = new byte[width * height];
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      for (int x = 0; x < width; x++) {
        grey[y * width + x] = (byte) luma(row[x]);
      }
    }
    return grey;
  }

  private static int luma(int rgb) {
    return (299 * (rgb >> 16 & 0xFF) + 587 * (rgb >> 8 & 0xFF) + 114 * (rgb & 0xFF) + 500) / 1000;
  }

  private static Finding converted(String found) {
    return Finding.of(Severity.WARNING, FindingCode.IMAGE_CONVERTED, "8-bit grey", found);
  }
}
