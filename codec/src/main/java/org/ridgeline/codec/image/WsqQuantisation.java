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

  /// How many bin indices a file with these steps holds.
  int codedSamples(WsqSubbands subbands) {
    int samples = 0;
    for (int band = 0; band < WsqSubbands.CODED; band++) {
      if (steps.get(band).isCoded()) {
        samples += subbands.bands().get(band).area();
      }
    }
    return samples;
  }
}
