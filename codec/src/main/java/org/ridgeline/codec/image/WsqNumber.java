package org.ridgeline.codec.image;

/// A number as WSQ headers write it: an integer and how many decimal places to shift it.
/// - **Shape** `value / 10^scale`
/// - **Limit** scale 0..255; value 0..65535, in filter taps 0..4294967295
/// - **Source** IAFIS-IC-0110 tables 4 to 6
record WsqNumber(int scale, long value) {
  static final WsqNumber ZERO = new WsqNumber(0, 0);

  double toDouble() {
    return value / Math.pow(10, scale);
  }

  float toFloat() {
    return (float) toDouble();
  }
}
