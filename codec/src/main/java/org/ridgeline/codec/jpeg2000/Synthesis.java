package org.ridgeline.codec.jpeg2000;

/// Makes the samples of a tile's component of the coefficients of its subbands.
/// - **Memory** for each resolution its own rows, with the subbands in their places: low ones
///   first, then high ones, across and down. The lowest quarter comes of the resolution below
/// - **Source** ISO/IEC 15444-1 annexes E and F
interface Synthesis {
  /// Takes a decoded code block up.
  void put(Resolution resolution, Subband band, Area samples, CodeBlockDecoder block);

  /// Makes the samples, once all code blocks are there.
  void run();

  /// One row of samples.
  void row(int y, float[] into);
}
