package org.ridgeline.bench.evaluate;

import java.util.List;

/// Which engines are evaluated.
public final class Engines {
  private Engines() {}

  /// The engines that `evaluate identify` runs beside each other.
  public static List<Engine> standard(int exhaustiveDistractorsMax) {
    return List.of(new CascadeEngine(), new ExhaustiveEngine(exhaustiveDistractorsMax));
  }
}
