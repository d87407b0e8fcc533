package org.ridgeline.codec.image;

/// The two filters of a WSQ file, as the analysis side uses them.
///
/// Filters of odd length are symmetric about a tap; of even length about a gap between two, the
/// high-pass one with opposite signs. A file states the right half of each, centre included.
/// - **Shape** `low` and `high` whole, both of odd or both of even length
/// - **Limit** 1..[ImageLimits#WSQ_TAPS_MAX] taps each
/// - **Source** IAFIS-IC-0110 section 2 (wavelet transform), DTT segment
@SuppressWarnings("ArrayRecordComponent")
record WsqFilters(float[] low, float[] high) {
  /// The filters that the standard's first encoder uses: 9 and 7 taps, biorthogonal.
  static final WsqFilters USUAL =
      ofHalves(
          9,
          new double[] {
            0.85269867900940344,
            0.37740285561265380,
            -0.11062440441842342,
            -0.02384946501938000,
            0.03782845550699546
          },
          7,
          new double[] {
            0.78848561640566439, -0.41809227322221221, -0.04068941760955844, 0.06453888262893845
          });

  /// Completes filters from their right halves.
  static WsqFilters ofHalves(int lowTaps, double[] lowHalf, int highTaps, double[] highHalf) {
    return new WsqFilters(mirrored(lowTaps, lowHalf, 1), mirrored(highTaps, highHalf, -1));
  }

  private static float[] mirrored(int taps, double[] half, int evenSign) {
    float[] whole = new float[taps];
    int centre = taps / 2;
    boolean odd = taps % 2 == 1;
    for (int i = 0; i < half.length; i++) {
      whole[odd ? centre - i : centre - 1 - i] = (float) (odd ? half[i] : evenSign * half[i]);
      whole[centre + i] = (float) half[i];
    }
    return whole;
  }

  boolean isOdd() {
    return low.length % 2 == 1;
  }

  /// Taps of the synthesis low-pass filter: the analysis high-pass filter, every second sign
  /// changed.
  float[] synthesisLow() {
    return alternated(high);
  }

  /// Taps of the synthesis high-pass filter: the analysis low-pass filter, every second sign
  /// changed.
  float[] synthesisHigh() {
    return alternated(low);
  }

  /// A tap at the centre keeps its sign; of two taps around the centre the left one does.
  private float[] alternated(float[] taps) {
    float[] result = taps.clone();
    int keeps = isOdd() ? taps.length / 2 : taps.length / 2 - 1;
    for (int i = 0; i < taps.length; i++) {
      if ((i - keeps) % 2 != 0) {
        result[i] = -result[i];
      }
    }
    return result;
  }
}
