package org.ridgeline.extract.ridge;

import java.util.List;
import org.ridgeline.vocabulary.PhaseMinutia;

/// Quality of one impression, 0..100: how much there is to recognise a finger by.
///
/// Minutiae are counted by how clear the ridges around them are; the more there are, the less the
/// next one adds. Ours alone; never report it as NFIQ.
final class RidgeQuality {
  /// Clear minutiae that bring a print two thirds of the way to the best.
  private static final double ENOUGH = 7;

  private RidgeQuality() {}

  static int of(List<PhaseMinutia> minutiae) {
    double clear = 0;
    for (PhaseMinutia minutia : minutiae) {
      clear += minutia.weight();
    }
    return (int) Math.round(100 * (1 - StrictMath.exp(-clear / ENOUGH)));
  }
}
