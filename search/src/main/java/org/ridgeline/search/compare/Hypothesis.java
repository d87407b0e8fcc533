package org.ridgeline.search.compare;

/// A seed and what has grown from it.
final class Hypothesis {
  final Seed seed;
  final Warp warp;

  /// The cells that agree.
  boolean[] region;

  /// How well it goes so far.
  float promise;

  Hypothesis(ReadyPrint one, ReadyPrint other, Seed seed) {
    this.seed = seed;
    warp = new Warp(one, other, seed);
    region = new boolean[one.columns * one.rows];
    for (int y = 0; y < one.rows; y++) {
      for (int x = 0; x < one.columns; x++) {
        float dx = ReadyPrint.CELL * x + 4 - one.x[seed.one()];
        float dy = ReadyPrint.CELL * y + 4 - one.y[seed.one()];
        region[y * one.columns + x] = dx * dx + dy * dy < Growth.START_PX * Growth.START_PX;
      }
    }
  }
}
