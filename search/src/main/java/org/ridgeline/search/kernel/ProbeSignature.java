package org.ridgeline.search.kernel;

/// A probe finger's signature, laid out for products: the dimensions of even number, then the odd
/// ones, since a vector takes the gallery's bytes two by two.
public final class ProbeSignature {
  private static final int DIMENSIONS = CodeLayout.DIMENSIONS;

  private final short[] split = new short[DIMENSIONS];

  /// The signature, 128 signed bytes.
  public ProbeSignature(byte[] signature) {
    for (int i = 0; i < DIMENSIONS; i++) {
      split[(i & 1) * DIMENSIONS / 2 + i / 2] = signature[i];
    }
  }

  /// A dimension.
  int at(int dimension) {
    return split[(dimension & 1) * DIMENSIONS / 2 + dimension / 2];
  }

  /// Even dimensions, then odd ones; not copied.
  short[] split() {
    return split;
  }
}
