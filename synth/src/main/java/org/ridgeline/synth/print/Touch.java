package org.ridgeline.synth.print;

import org.ridgeline.synth.print.ImpressionStyle.Kind;

/// A [Press] laid out as a net over the image: kept at coarse nodes and read between them.
/// - **Unit** pixels at 500 ppi; firmness is above 0 where skin and plate meet
final class Touch {
  /// Distance of nodes, a power of two.
  static final int STEP = 16;

  /// How much less firmly a plain print's rim and sides are met than [Press] says: skin that is met
  /// lightest leaves nothing on a plate. Templates without images keep the whole contact.
  private static final double RIM = 0.18;

  private static final double SIDES = 0.12;

  final int columns;
  final float[] skinX;
  final float[] skinY;
  final float[] firmness;

  Touch(Press press, Kind kind) {
    columns = kind.widthPx() / STEP + 2;
    int rows = kind.heightPx() / STEP + 2;
    skinX = new float[columns * rows];
    skinY = new float[columns * rows];
    firmness = new float[columns * rows];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int node = row * columns + column;
        double x = column * STEP - kind.widthPx() / 2.0;
        double y = row * STEP - kind.heightPx() / 2.0;
        double skinAtX = press.skinX(x, y);
        double skinAtY = press.skinY(x, y);
        skinX[node] = (float) (skinAtX + Finger.WIDTH_PX / 2.0);
        skinY[node] = (float) (skinAtY + Finger.HEIGHT_PX / 2.0);
        double light = kind == Kind.PLAIN ? RIM + SIDES * skinAtX * skinAtX / (150 * 150) : 0;
        firmness[node] = (float) (press.firmness(skinAtX, skinAtY) - light);
      }
    }
  }
}
