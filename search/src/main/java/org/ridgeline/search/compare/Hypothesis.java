package org.ridgeline.search.compare;

/// A seed and what has grown from it.
final class Hypothesis {
  final Seed seed;
  final Warp warp;

  /// The cells that agree.
  Region region;

  /// How often it has grown.
  int rounds;

  /// How well it goes so far.
  float promise;

  Hypothesis(ReadyPrint one, ReadyPrint other, Seed seed) {
    this.seed = seed;
    warp = new Warp(one, other, seed);
    float x = one.x[seed.one()];
    float y = one.y[seed.one()];
    region = disc(one, x, y, Growth.START_PX);
  }

  /// The cells whose centres lie within so many pixels of a place.
  private static Region disc(ReadyPrint print, float x, float y, int radius) {
    Region disc = new Region(print.columns, print.rows);
    Box near =
        new Box(
                (int) (x - radius) / ReadyPrint.CELL - 1,
                (int) (y - radius) / ReadyPrint.CELL - 1,
                (int) (x + radius) / ReadyPrint.CELL,
                (int) (y + radius) / ReadyPrint.CELL)
            .within(print.columns - 1, print.rows - 1);
    for (int row = near.top(); row <= near.bottom(); row++) {
      for (int column = near.left(); column <= near.right(); column++) {
        float dx = ReadyPrint.CELL * column + 4 - x;
        float dy = ReadyPrint.CELL * row + 4 - y;
        if (dx * dx + dy * dy < radius * radius) {
          disc.mark(column, row);
        }
      }
    }
    return disc;
  }
}
