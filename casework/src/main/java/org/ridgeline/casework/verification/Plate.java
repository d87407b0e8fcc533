package org.ridgeline.casework.verification;

import java.util.List;
import org.ridgeline.vocabulary.GrayImage;
import org.ridgeline.vocabulary.Minutia;
import org.ridgeline.vocabulary.Template;

/// A print as examiners see it: at one resolution and on a plate of one size, so that neither scale
/// nor size tells where it comes from.
///
/// The print lies in the middle of its plate; the plate's colour is the most frequent one at the
/// print's edge. A print larger than the usual plate gets one larger by whole steps.
public record Plate(GrayImage image, Template template) {
  /// Resolution of every plate.
  public static final int RESOLUTION_PPI = 500;

  /// Usual side of a plate: a rolled finger's 1.6 inches.
  public static final int SIDE_PX = 800;

  private static final int STEP_PX = 200;

  /// Lays a print on its plate.
  /// - **Shape** `template` of the image, at any resolution
  public static Plate of(GrayImage image, Template template) {
    GrayImage scaled = scaled(image);
    int longest = Math.max(scaled.widthPx(), scaled.heightPx());
    int steps = Math.max(0, Math.ceilDiv(longest - SIDE_PX, STEP_PX));
    int side = Math.min(SIDE_PX + steps * STEP_PX, Limits.PLATE_SIDE_PX_MAX);
    int left = (side - scaled.widthPx()) / 2;
    int top = (side - scaled.heightPx()) / 2;
    byte[] pixels = new byte[side * side];
    byte edge = (byte) edge(scaled);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        boolean inside =
            x >= left && y >= top && x - left < scaled.widthPx() && y - top < scaled.heightPx();
        pixels[y * side + x] = inside ? (byte) scaled.at(x - left, y - top) : edge;
      }
    }
    return new Plate(
        GrayImage.of(side, side, RESOLUTION_PPI, pixels), moved(template, side, left, top));
  }

  /// Averages over areas where it shrinks, interpolates where it grows.
  private static GrayImage scaled(GrayImage image) {
    if (image.resolutionPpi() == RESOLUTION_PPI) {
      return image;
    }
    double step = image.resolutionPpi() / (double) RESOLUTION_PPI;
    int width = Math.max(1, (int) Math.round(image.widthPx() / step));
    int height = Math.max(1, (int) Math.round(image.heightPx() / step));
    byte[] pixels = new byte[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        pixels[y * width + x] = (byte) Math.round(mean(image, x * step, y * step, step));
      }
    }
    return GrayImage.of(width, height, RESOLUTION_PPI, pixels);
  }

  private static double mean(GrayImage image, double left, double top, double step) {
    int samples = (int) Math.max(2, Math.ceil(step) + 1);
    double sum = 0;
    for (int j = 0; j < samples; j++) {
      for (int i = 0; i < samples; i++) {
        sum += between(image, left + (i + 0.5) * step / samples, top + (j + 0.5) * step / samples);
      }
    }
    return sum / (samples * samples);
  }

  private static double between(GrayImage image, double x, double y) {
    double left = Math.clamp(x - 0.5, 0, image.widthPx() - 1);
    double top = Math.clamp(y - 0.5, 0, image.heightPx() - 1);
    int x0 = (int) left;
    int y0 = (int) top;
    int x1 = Math.min(x0 + 1, image.widthPx() - 1);
    int y1 = Math.min(y0 + 1, image.heightPx() - 1);
    double upper = image.at(x0, y0) + (left - x0) * (image.at(x1, y0) - image.at(x0, y0));
    double lower = image.at(x0, y1) + (left - x0) * (image.at(x1, y1) - image.at(x0, y1));
    return upper + (top - y0) * (lower - upper);
  }

  private static int edge(GrayImage image) {
    int[] counts = new int[256];
    for (int x = 0; x < image.widthPx(); x++) {
      counts[image.at(x, 0)]++;
      counts[image.at(x, image.heightPx() - 1)]++;
    }
    for (int y = 0; y < image.heightPx(); y++) {
      counts[image.at(0, y)]++;
      counts[image.at(image.widthPx() - 1, y)]++;
    }
    int best = 255;
    for (int level = 255; level >= 0; level--) {
      best = counts[level] > counts[best] ? level : best;
    }
    return best;
  }

  private static Template moved(Template template, int side, int left, int top) {
    double factor = RESOLUTION_PPI / (double) template.resolutionPpi();
    List<Minutia> minutiae =
        template.minutiae().stream()
            .map(m -> moved(m, m.x() * factor + left, m.y() * factor + top))
            .filter(m -> m.x() < side && m.y() < side)
            .toList();
    return new Template(side, side, RESOLUTION_PPI, 0, minutiae);
  }

  /// Reliability and quality are scores of the program: they stay behind.
  private static Minutia moved(Minutia minutia, double toX, double toY) {
    int x = Math.max(0, (int) Math.round(toX));
    int y = Math.max(0, (int) Math.round(toY));
    return switch (minutia) {
      case Minutia.RidgeEnding _ -> new Minutia.RidgeEnding(x, y, minutia.direction(), 0);
      case Minutia.Bifurcation _ -> new Minutia.Bifurcation(x, y, minutia.direction(), 0);
    };
  }
}
