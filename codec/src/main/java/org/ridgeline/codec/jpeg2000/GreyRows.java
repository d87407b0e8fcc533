package org.ridgeline.codec.jpeg2000;

import java.util.List;
import org.ridgeline.codec.jpeg2000.ImageSize.Component;

/// Makes rows of 8-bit grey of the components' rows of samples.
///
/// Deeper levels are cut to their upper eight bits, shallower ones spread; levels with a sign are
/// lifted by half their range. Colours are weighted as luma.
/// - **Source** ISO/IEC 15444-1 annex G; luma weights: ITU-R BT.601, in thousandths
final class GreyRows {
  private final ImageSize size;
  private final boolean isLumaFirst;
  private final float[][] lines;

  GreyRows(ImageSize size, boolean isLumaFirst) {
    this.size = size;
    this.isLumaFirst = isLumaFirst;
    int width = Math.min(size.image().width(), size.firstTile().width());
    lines = new float[size.components().size()][width];
  }

  void put(Area tile, List<Synthesis> samples, boolean isMixed, byte[] pixels) {
    Area image = size.image();
    boolean isColour = samples.size() > 1;
    int used = isColour && isLumaFirst && !isMixed ? 1 : samples.size();
    for (int y = 0; y < tile.height(); y++) {
      for (int c = 0; c < used; c++) {
        samples.get(c).row(y, lines[c]);
      }
      if (isColour && isMixed) {
        separate(samples.getFirst() instanceof ReversibleSynthesis, tile.width());
      }
      int at = (tile.y0() - image.y0() + y) * image.width() + tile.x0() - image.x0();
      if (isColour && !isLumaFirst) {
        weighted(pixels, at, tile.width());
      } else {
        Component component = size.components().getFirst();
        for (int x = 0; x < tile.width(); x++) {
          pixels[at + x] = (byte) level(lines[0][x], component);
        }
      }
    }
  }

  /// Back from luma and two differences.
  private void separate(boolean isReversible, int width) {
    for (int x = 0; x < width; x++) {
      float luma = lines[0][x];
      float blue = lines[1][x];
      float red = lines[2][x];
      if (isReversible) {
        float green = luma - (float) Math.floor((blue + red) / 4);
        lines[0][x] = red + green;
        lines[1][x] = green;
        lines[2][x] = blue + green;
      } else {
        lines[0][x] = luma + 1.402f * red;
        lines[1][x] = luma - 0.344136f * blue - 0.714136f * red;
        lines[2][x] = luma + 1.772f * blue;
      }
    }
  }

  private void weighted(byte[] pixels, int at, int width) {
    List<Component> components = size.components();
    for (int x = 0; x < width; x++) {
      int red = level(lines[0][x], components.get(0));
      int green = level(lines[1][x], components.get(1));
      int blue = level(lines[2][x], components.get(2));
      pixels[at + x] = (byte) ((299 * red + 587 * green + 114 * blue + 500) / 1000);
    }
  }

  private static int level(float sample, Component component) {
    int bits = component.bits();
    int most = (1 << bits) - 1;
    float lifted = sample + (1 << bits - 1) + 0.5f;
    int level = (int) Math.max(0f, Math.min(most, (float) Math.floor(lifted)));
    if (bits == 8) {
      return level;
    }
    return bits > 8 ? level >> bits - 8 : level * 255 / most;
  }
}
