package org.ridgeline.bench.evaluate;

import java.util.List;

/// Which engines are evaluated.
public final class Comparers {
  private Comparers() {}

  /// The engines that `evaluate verify` runs beside each other.
  public static List<Comparer> standard() {
    return List.of(
        new SourceAfisComparer(),
        new RidgeComparer(),
        new MinutiaeComparer(),
        new QuickLook(),
        new SignatureProduct());
  }
}
