package org.ridgeline.synth.print;

import org.ridgeline.synth.Dice;

/// A card under the prints: fibres, and the printed lines of the box a print belongs into.
/// - **Shape** rows of bytes, changed in place; `scale` is pixels per pixel of 500 ppi
public final class Paper {
  /// Lines of a box lie within so many pixels (500 ppi) of an image's edges.
  public static final int MARGIN_PX = 24;

  private static final int LINE_GREY = 120;

  private final byte[] pixels;
  private final int width;
  private final int height;
  private final int scale;

  /// Paper under an image of rows of `width` pixels.
  public Paper(byte[] pixels, int width, int scale) {
    this.pixels = pixels;
    this.width = width;
    this.height = pixels.length / width;
    this.scale = scale;
  }

  /// Darkens the ground by fibres and stains; ink hides them in proportion.
  public Paper lay(Dice dice) {
    int fibreX = dice.below(Grain.SIDE);
    int fibreY = dice.below(Grain.SIDE);
    double tone = dice.between(8, 26);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int atX = x / scale + fibreX;
        int atY = y / scale + fibreY;
        float fibre = 2.2f * Grain.FINE.at(atX, atY) + 2.0f * Grain.MIDDLE.at(atY, atX / 3);
        float stain = 2.5f * Grain.COARSE.at(atX / 2, atY / 2);
        int grey = pixels[y * width + x] & 0xFF;
        double bare = Math.max(0, grey - 60) / 195.0;
        long paper = Math.round(grey - bare * (tone - fibre - stain));
        pixels[y * width + x] = (byte) Math.clamp(paper, 0, 255);
      }
    }
    return this;
  }

  /// Prints the four lines of a box near the edges, never quite straight.
  public Paper rule(Dice dice) {
    for (int edge = 0; edge < 4; edge++) {
      double skew = dice.normal(0, 0.006, 2);
      double off = dice.between(4, MARGIN_PX - 4) * scale;
      boolean shown = dice.chance(0.7);
      int length = edge < 2 ? width : height;
      for (int along = 0; shown && along < length; along++) {
        int across = (int) (off + skew * (along - length / 2.0));
        for (int thick = 0; thick < 2 * scale; thick++) {
          line(edge, along, Math.max(0, across) + thick);
        }
      }
    }
    return this;
  }

  private void line(int edge, int along, int in) {
    int x =
        switch (edge) {
          case 0, 1 -> along;
          case 2 -> in;
          default -> width - 1 - in;
        };
    int y =
        switch (edge) {
          case 0 -> in;
          case 1 -> height - 1 - in;
          default -> along;
        };
    int grey = LINE_GREY + Math.round(12 * Grain.FINE.at(x / scale, y / scale));
    pixels[y * width + x] = (byte) Math.min(pixels[y * width + x] & 0xFF, Math.clamp(grey, 0, 255));
  }
}
