package org.ridgeline.codec.image;

import java.util.List;

/// How the samples of each subband became integers: widths of the bins and of the zero bin.
/// - **Shape** one step for each of 64 subbands; a width of zero says the subband is not coded
/// - **Source** IAFIS-IC-0110 section 2.4 and table 5 (DQT)
record WsqQuantisation(WsqNumber binCentre, List<Step> steps) {
  static final int STEPS = 64;

  /// Widths of a subband's bins.
  record Step(WsqNumber width, WsqNumber zeroWidth) {
    boolean isCoded() {
      return width.toFloat() != 0;
    }
  }

  WsqQuantisation {
    steps = List.copyOf(steps);
  }

  /// Where each of the three blocks ends, counted in bin indices from the first; the last is how
  /// many a file with these steps holds.
  int[] blockEnds(WsqSubbands subbands) {
    int[] ends = new int[3];
    int samples = 0;
    for (int band = 0; band < WsqSubbands.CODED; band++) {
      if (steps.get(band).isCoded()) {
        samples += subbands.bands().get(band).area();
      }
      int block = band < WsqSubbands.FIRST_OF_BLOCK_2 ? 0 : 1;
      ends[band < WsqSubbands.FIRST_OF_BLOCK_3 ? block : 2] = samples;
    }
    return ends;
  }
}
