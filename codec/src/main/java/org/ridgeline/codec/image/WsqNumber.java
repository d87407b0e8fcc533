package org.ridgeline.codec.image;

/// A number as WSQ headers write it: an integer and how many decimal places to shift it.
/// - **Shape** `value / 10^scale`
/// - **Limit** scale 0..255; value 0..65535, in filter taps 0..4294967295
/// - **Source** IAFIS-IC-0110 tables 4 to 6
record WsqNumber(int scale, long value) {
  static final WsqNumber ZERO = new WsqNumber(0, 0);

  static final long USUAL_MAX = 65_535;

  static final long TAP_MAX = 4_294_967_295L;

  /// The closest number with as many decimal places as leave its value below `max`; the largest
  /// there is where none does.
  static WsqNumber of(double number, long max) {
    if (!(number > 0)) {
      return ZERO;
    }
    double shifted = number;
    int scale = -1;
    while (shifted < max) {
      shifted *= 10;
      scale++;
    }
    return scale < 0 ? new WsqNumber(0, max) : new WsqNumber(scale, Math.round(shifted / 10));
  }

  double toDouble() {
    return value / Math.pow(10, scale);
  }

  float toFloat() {
    return (float) toDouble();
  }
}
