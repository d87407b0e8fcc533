package org.ridgeline.codec.itl;

/// An image as a record of its own will carry it: its compression, its size, and its bytes.
/// - **Unit** `hll`, `vll` in pixels, `ppi` in pixels per inch, the same both ways
/// - **Limit** what the fields of the record hold; [TransactionBuilder] refuses more
/// - **Source** ANSI/NIST-ITL 1-2011, 8.4 and 8.14: CGA, HLL, VLL, THPS and TVPS
public record Picture(Cga cga, int hll, int vll, int ppi, byte[] data) {
  /// The resolution of a Type-4 whose header gives none of its own.
  public static final int PPI_USUAL = 500;

  public Picture {
    data = data.clone();
  }

  /// A picture of 500 ppi.
  public static Picture of(Cga cga, int hll, int vll, byte[] data) {
    return new Picture(cga, hll, vll, PPI_USUAL, data);
  }

  /// A copy of the image data.
  @Override
  public byte[] data() {
    return data.clone();
  }

  @Override
  public String toString() {
    return "Picture[" + hll + "x" + vll + " " + ppi + " ppi " + cga + "]";
  }
}
