package org.ridgeline.synth.sensor;

import org.ridgeline.synth.Dice;
import org.ridgeline.synth.print.Grain;
import org.ridgeline.vocabulary.GrayImage;

/// The sensor's own part in a print: ink and ground become grey.
final class Plate {
  private static final int UNIT = 47;
  private static final int NOISE = 48;

  /// Valleys of a touch by heat.
  private static final float WHITE = 245;

  private final SensorStyle style;
  private final int width;
  private final int height;
  private final float[] columns;
  private final float[] rows;
  private final int mottleX;
  private final int mottleY;

  /// The plate of the sensor of a series: `seed` is the series'.
  Plate(SensorStyle style, long seed) {
    this.style = style;
    width = style.kind().widthPx();
    height = style.kind().heightPx();
    Dice dice = Dice.of(seed, UNIT);
    mottleX = dice.below(Grain.SIDE);
    mottleY = dice.below(Grain.SIDE);
    double pattern = style.optics().pattern();
    columns = stripes(width, pattern, dice);
    rows = stripes(height, 0.4 * pattern, dice);
  }

  private static float[] stripes(int count, double deviation, Dice dice) {
    float[] stripes = new float[count];
    for (int i = 0; i < count; i++) {
      stripes[i] = (float) dice.normal(0, deviation, 2.5);
    }
    return stripes;
  }

  /// The grey of a touch's ink.
  GrayImage develop(float[] ink, SkinMap map, long seed) {
    float[] soft = Blur.gauss(ink, width, height, style.optics().blurPx());
    byte[] pixels = new byte[width * height];
    long noise = Dice.hash(seed, NOISE);
    for (int y = 0; y < height; y++) {
      row(pixels, soft, map, y, Dice.hash(noise, y));
    }
    return GrayImage.of(width, height, 500, pixels);
  }

  private void row(byte[] pixels, float[] ink, SkinMap map, int y, long bits) {
    float noise = (float) style.optics().noise();
    boolean warm = style.kind() == SensorKind.SWEEP;
    boolean seen = y >= map.top && y < map.bottom;
    long random = bits;
    for (int x = 0; x < width; x++) {
      random = random * 0x5851F42D4C957F2DL + 0x14057B7EF767814FL;
      float speck = ((random >>> 40) + (random >>> 16 & 0xFFFFFF)) * 0x1.0p-24f - 1;
      float cover = ink[y * width + x];
      float firm = (float) map.firmness(x, y);
      float grey = warm ? heat(cover, firm, x, y) : light(cover, firm, x, y);
      grey += noise * speck * (0.25f + cover) + columns[x] + rows[y];
      grey = seen ? grey : (float) style.ground().light();
      pixels[y * width + x] = (byte) Math.clamp(Math.round(grey), 0, 255);
    }
  }

  /// Skin darkens the ground; valleys of a touch are a little darker than where nothing is.
  private float light(float cover, float firm, int x, int y) {
    float inside = Math.clamp(firm * 8 + 0.5f, 0f, 1f);
    float ground = ground(x, y) - (float) style.ground().haze() * inside;
    return ground + ((float) style.optics().dark() - ground) * Math.min(cover, 1);
  }

  /// Skin cools or warms the strip: black and white inside a touch, grey outside it, a light halo
  /// round the tip and dark sides.
  private float heat(float cover, float firm, int x, int y) {
    float inside = Math.clamp(firm * 9 + 0.5f, 0f, 1f);
    float outside = ground(x, y);
    float near = firm < 0 ? 1 / (1 + 45 * firm * firm) : 1;
    float high = Math.clamp(1.3f - 3.2f * y / height, -0.75f, 1f);
    outside += near * (high > 0 ? (WHITE - outside) * high : outside * high);
    float dark = (float) style.optics().dark();
    float skin = WHITE + (dark - WHITE) * Math.min(1, 1.1f * cover);
    return outside + inside * (skin - outside);
  }

  private float ground(int x, int y) {
    Ground ground = style.ground();
    float across = (x - width / 2f) / (width / 2f);
    float down = (y - height / 2f) / (height / 2f);
    float corner = across * across + down * down;
    float fall = (float) (ground.vignette() * (0.6 * corner + 0.4 * corner * corner) / 2);
    float mottle = (float) ground.speckle() * Grain.COARSE.at(x + mottleX, y + mottleY);
    return (float) ground.light() - fall + (float) ground.slope() * across + mottle;
  }
}
