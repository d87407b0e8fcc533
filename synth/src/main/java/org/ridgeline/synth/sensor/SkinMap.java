package org.ridgeline.synth.sensor;

import java.util.Optional;

/// Where every pixel of a print lies on its finger: exact, for the print is drawn by it.
///
/// Kept at nodes every [#STEP] pixels and linear between them. Firmness is above 0 where skin and
/// sensor meet, about 1 in the middle.
public final class SkinMap {
  /// Distance of nodes.
  static final int STEP = 16;

  private static final int ROUNDS = 12;
  private static final double CLOSE_PX = 1e-3;

  final int widthPx;
  final int heightPx;

  /// The first row that shows the finger, and the row behind the last.
  int top;

  int bottom;
  final int columns;
  final int rows;
  final float[] skinX;
  final float[] skinY;
  final float[] firmness;

  SkinMap(int widthPx, int heightPx) {
    this.widthPx = widthPx;
    this.heightPx = heightPx;
    bottom = heightPx;
    columns = widthPx / STEP + 2;
    rows = heightPx / STEP + 2;
    skinX = new float[columns * rows];
    skinY = new float[columns * rows];
    firmness = new float[columns * rows];
  }

  /// The place of the skin that an image place shows, touched or not.
  public Place skin(double x, double y) {
    return new Place(read(skinX, x, y), read(skinY, x, y));
  }

  /// How firmly the skin is met at an image place; above 0 is touched.
  public double firmness(double x, double y) {
    return read(firmness, x, y);
  }

  /// Whether an image place lies in the image and shows touched skin.
  public boolean isTouched(double x, double y) {
    return x >= 0 && y >= top && x < widthPx && y < bottom && firmness(x, y) > 0;
  }

  /// The image place that shows a place of the skin; empty where it lies out of the image.
  public Optional<Place> image(Place skin) {
    double x = widthPx / 2.0;
    double y = heightPx / 2.0;
    for (int round = 0; round < ROUNDS; round++) {
      double offX = skin.x() - read(skinX, x, y);
      double offY = skin.y() - read(skinY, x, y);
      if (Math.abs(offX) + Math.abs(offY) < CLOSE_PX) {
        break;
      }
      double xx = (read(skinX, x + 2, y) - read(skinX, x - 2, y)) / 4;
      double xy = (read(skinX, x, y + 2) - read(skinX, x, y - 2)) / 4;
      double yx = (read(skinY, x + 2, y) - read(skinY, x - 2, y)) / 4;
      double yy = (read(skinY, x, y + 2) - read(skinY, x, y - 2)) / 4;
      double area = xx * yy - xy * yx;
      x += (yy * offX - xy * offY) / area;
      y += (xx * offY - yx * offX) / area;
    }
    double left = Math.abs(skin.x() - read(skinX, x, y)) + Math.abs(skin.y() - read(skinY, x, y));
    boolean inside = x >= 0 && y >= 0 && x < widthPx && y < heightPx && left < 0.1;
    return inside ? Optional.of(new Place(x, y)) : Optional.empty();
  }

  /// The map of a touch by the finger's mirror image: skin like it, but no part of it.
  SkinMap mirrored(double skinWidth) {
    SkinMap other = new SkinMap(widthPx, heightPx);
    for (int node = 0; node < skinX.length; node++) {
      other.skinX[node] = (float) skinWidth - skinX[node];
      other.skinY[node] = skinY[node];
      other.firmness[node] = firmness[node];
    }
    return other;
  }

  /// Linear between nodes, and beyond the outermost ones.
  private double read(float[] net, double x, double y) {
    int column = (int) Math.clamp(x / STEP, 0.0, columns - 2.0);
    int row = (int) Math.clamp(y / STEP, 0.0, rows - 2.0);
    double right = x / STEP - column;
    double down = y / STEP - row;
    int at = row * columns + column;
    double upper = net[at] + right * (net[at + 1] - net[at]);
    at += columns;
    double lower = net[at] + right * (net[at + 1] - net[at]);
    return upper + down * (lower - upper);
  }
}
