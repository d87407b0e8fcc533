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
    region = Region.disc(one, x, y, Growth.START_PX);
  }
}
