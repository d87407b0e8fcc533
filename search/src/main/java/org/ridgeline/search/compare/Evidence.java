package org.ridgeline.search.compare;

/// What speaks for two prints being of one finger, and what against it, once one is laid on the
/// other.
/// - **Shape** `overlap`: weight of the cells that both show; `agreed`: how far they agree beyond
///   what strangers do, summed; `stiff`: the same when the warp may bend only a tenth as much;
///   `foreseen`: 0..1, mean agreement of cells before the warp was fitted to them; `paired`,
///   `clear`: pairs of minutiae by how well they fit, alone and weighed by how clear both are;
///   `unpaired`: minutiae that could have found a partner and did not, by number; `missed`: the
///   same by how clear they are
public record Evidence(
    float overlap,
    float agreed,
    float stiff,
    float foreseen,
    float paired,
    float clear,
    int unpaired,
    float missed) {
  /// Nothing either way.
  public static final Evidence NONE = new Evidence(0, 0, 0, 0, 0, 0, 0, 0);

  /// The same with what is left under a stiff warp.
  Evidence withStiff(float left) {
    return new Evidence(overlap, agreed, left, foreseen, paired, clear, unpaired, missed);
  }

  /// How promising, for choosing between hypotheses of one pair of prints.
  float rank() {
    return 0.08f * agreed + 2 * paired - 0.3f * unpaired;
  }
}
