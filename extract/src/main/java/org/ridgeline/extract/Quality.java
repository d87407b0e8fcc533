package org.ridgeline.extract;

/// Quality of one impression, 0..100: how much ridge there is to compare, and how clear it is.
///
/// A placeholder for NFIQ 2, which has no Java form: the area that shows ridges, saturating at
/// [#BLOCKS_FULL] blocks, times the mean coherence there. Ours alone; never report it as NFIQ.
final class Quality {
  /// Ridge area of a good plain print: 150 blocks of 16×16 at 500 ppi, about one square centimetre.
  private static final int BLOCKS_FULL = 150;

  private Quality() {}

  static int of(RidgeMap ridges) {
    double area = Math.min(1.0, ridges.goodBlocks() / (double) BLOCKS_FULL);
    return (int) Math.round(100 * area * ridges.meanCoherence());
  }
}
