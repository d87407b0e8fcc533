package org.ridgeline.extract.ridge;

import java.util.List;
import org.ridgeline.vocabulary.PhaseMinutia;
import org.ridgeline.vocabulary.RidgeCells;

/// Quality of one impression, 0..100: how much clear ridge there is to compare.
final class RidgeQuality {
  /// The area of clear ridges that is as good as any, cells: about a square centimetre.
  private static final double CELLS_FULL = 600;

  private RidgeQuality() {}

  static int of(Waves waves, RidgeCells cells, List<PhaseMinutia> minutiae) {
    double sum = 0;
    for (int i = 0; i < waves.real.length; i++) {
      sum += Math.sqrt(waves.real[i] * waves.real[i] + waves.imaginary[i] * waves.imaginary[i]);
    }
    // Sixteen points a cell; a clear print's ridges have a size of about 0.8.
    double clear = sum / 16 / 0.8;
    return minutiae.isEmpty() ? 0 : (int) Math.round(100 * Math.min(1, clear / CELLS_FULL));
  }
}
