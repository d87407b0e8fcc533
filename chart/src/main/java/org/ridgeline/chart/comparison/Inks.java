package org.ridgeline.chart.comparison;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import org.ridgeline.search.compare.Laying;
import org.ridgeline.vocabulary.GrayImage;
import org.ridgeline.vocabulary.RidgeCells;

/// The pictures within a picture of a comparison, in few colours so that they stay small files.
final class Inks {
  static final int UPPER_RGB = 0x0072B2;
  static final int LOWER_RGB = 0xD55E00;

  /// What agreement is told apart, and in which colour: from amber to dark blue, each darker than
  /// the one before, so that they are told apart in grey, too.
  static final double[] AGREED_FROM = {0, 0.4, 0.55, 0.7, 0.85};

  static final int[] AGREED_RGB = {0xF2CF5B, 0xA5CFA0, 0x41B6C4, 0x2C7FB8, 0x253494};
  static final int SEEN_RGB = 0xEBEBEB;

  private static final int GREYS = 16;
  private static final double FADED = 0.5;
  private static final int STEPS = 6;
  private static final int AROUND_CELLS = 4;
  private static final int CELL_PX = RidgeCells.SIDE_PX;

  private Inks() {}

  /// The framed part of an image, faded, so that marks on it are seen.
  static BufferedImage print(GrayImage image, int widthPx, Frame frame) {
    BufferedImage whole =
        new BufferedImage(image.widthPx(), image.heightPx(), BufferedImage.TYPE_BYTE_GRAY);
    whole.getRaster().setDataElements(0, 0, image.widthPx(), image.heightPx(), image.pixels());
    BufferedImage part =
        new BufferedImage(frame.width(), frame.height(), BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = part.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.translate(-frame.left(), -frame.top());
    double scale = widthPx / (double) image.widthPx();
    pen.scale(scale, scale);
    pen.drawImage(whole, 0, 0, null);
    pen.dispose();
    BufferedImage faded = faded(frame);
    for (int y = 0; y < frame.height(); y++) {
      for (int x = 0; x < frame.width(); x++) {
        int level = part.getRaster().getSample(x, y, 0) * GREYS / 256;
        faded.getRaster().setSample(x, y, 0, level);
      }
    }
    return faded;
  }

  /// The framed part of a print of which ridges alone are known, as faded.
  static BufferedImage ridges(RidgeInk ink, Frame frame) {
    BufferedImage faded = faded(frame);
    for (int y = 0; y < frame.height(); y++) {
      for (int x = 0; x < frame.width(); x++) {
        double dark = ink.at(x + frame.left(), y + frame.top());
        faded.getRaster().setSample(x, y, 0, (int) Math.round((GREYS - 1) * (1 - dark)));
      }
    }
    return faded;
  }

  private static BufferedImage faded(Frame frame) {
    int[] greys = new int[GREYS];
    for (int i = 0; i < GREYS; i++) {
      int grey = (int) Math.round(255 - FADED * (255 - i * 255 / (GREYS - 1)));
      greys[i] = grey << 16 | grey << 8 | grey;
    }
    return indexed(frame.width(), frame.height(), greys);
  }

  /// The upper print's ridges with the lower's, bent as the comparison bent them, over them: one
  /// ink each, dark where ridge lies on ridge. The lower's are shown only near what grew together:
  /// further off nothing says how to bend them.
  static BufferedImage overlay(RidgeInk upper, RidgeInk lower, Laying laying, Frame frame) {
    BufferedImage picture = indexed(frame.width(), frame.height(), mixed());
    boolean[] near = near(laying);
    LaidPlaces places = new LaidPlaces(laying);
    for (int y = 0; y < frame.height(); y++) {
      for (int x = 0; x < frame.width(); x++) {
        int px = x + frame.left();
        int py = y + frame.top();
        double a = upper.at(px, py);
        double b = 0;
        int cell = places.cell(px, py);
        if (near[cell]) {
          places.at(px, py);
          b = lower.at(places.x, places.y);
        }
        int level = STEPS * (int) Math.round((STEPS - 1) * a) + (int) Math.round((STEPS - 1) * b);
        picture.getRaster().setSample(x, y, 0, level);
      }
    }
    return picture;
  }

  private static int[] mixed() {
    int[] colours = new int[STEPS * STEPS];
    for (int i = 0; i < colours.length; i++) {
      double a = i / STEPS / (STEPS - 1.0);
      double b = i % STEPS / (STEPS - 1.0);
      for (int shift = 16; shift >= 0; shift -= 8) {
        double upper = 1 - a * (1 - (UPPER_RGB >> shift & 0xFF) / 255.0);
        double lower = 1 - b * (1 - (LOWER_RGB >> shift & 0xFF) / 255.0);
        colours[i] |= (int) Math.round(255 * upper * lower) << shift;
      }
    }
    return colours;
  }

  private static boolean[] near(Laying laying) {
    boolean[] near = new boolean[laying.columns() * laying.rows()];
    for (int i = 0; i < near.length; i++) {
      if (!laying.cells().get(i).isGrown()) {
        continue;
      }
      int column = i % laying.columns();
      int row = i / laying.columns();
      for (int y = row - AROUND_CELLS; y <= row + AROUND_CELLS; y++) {
        for (int x = column - AROUND_CELLS; x <= column + AROUND_CELLS; x++) {
          int dx = x - column;
          int dy = y - row;
          boolean isNear = dx * dx + dy * dy <= AROUND_CELLS * AROUND_CELLS;
          if (isNear && x >= 0 && y >= 0 && x < laying.columns() && y < laying.rows()) {
            near[y * laying.columns() + x] = true;
          }
        }
      }
    }
    return near;
  }

  /// How well each cell agrees: a full square where it grew, a small one where both prints show
  /// ridges and it did not, grey where only the upper print does.
  static BufferedImage agreement(RidgeCells upper, Laying laying, Frame frame) {
    int[] colours = new int[AGREED_RGB.length + 2];
    colours[0] = 0xFFFFFF;
    colours[1] = SEEN_RGB;
    System.arraycopy(AGREED_RGB, 0, colours, 2, AGREED_RGB.length);
    BufferedImage picture = indexed(frame.width(), frame.height(), colours);
    for (int y = 0; y < frame.height(); y++) {
      for (int x = 0; x < frame.width(); x++) {
        int column = (x + frame.left()) / CELL_PX;
        int row = (y + frame.top()) / CELL_PX;
        if (column < laying.columns() && row < laying.rows()) {
          Laying.Cell cell = laying.cells().get(row * laying.columns() + column);
          int rim = rim((x + frame.left()) % CELL_PX, (y + frame.top()) % CELL_PX);
          int level = upper.isInside(row * upper.columns() + column) ? 1 : 0;
          if (cell.weight() > 0) {
            boolean isInked = cell.isGrown() || rim >= 2;
            level = isInked ? 2 + agreedClass(cell.agreed()) : 0;
          }
          picture.getRaster().setSample(x, y, 0, level);
        }
      }
    }
    return picture;
  }

  /// How many pixels from the rim of its cell.
  private static int rim(int x, int y) {
    return Math.min(Math.min(x, CELL_PX - 1 - x), Math.min(y, CELL_PX - 1 - y));
  }

  private static int agreedClass(double agreed) {
    int found = 0;
    for (int i = 1; i < AGREED_FROM.length; i++) {
      found = agreed >= AGREED_FROM[i] ? i : found;
    }
    return found;
  }

  private static BufferedImage indexed(int width, int height, int[] colours) {
    int bits = colours.length <= 16 ? 4 : 8;
    IndexColorModel model =
        new IndexColorModel(bits, colours.length, colours, 0, false, -1, DataBuffer.TYPE_BYTE);
    int type = bits == 4 ? BufferedImage.TYPE_BYTE_BINARY : BufferedImage.TYPE_BYTE_INDEXED;
    return new BufferedImage(width, height, type, model);
  }
}
