package org.ridgeline.codec.jpeg2000;

/// The bounds of JPEG 2000 decoding beside the size of the image, which whoever opens a file asks.
/// - **Why** work and memory stay within a multiple of the pixels and the input: each packet has a
///   byte at least, so that tiles, precincts and layers cannot outnumber the bytes
/// - **Source** our own; `docs/limits.md` has the reason of each
public final class Jpeg2000Limits {
  /// Most tiles of an image: the largest image in tiles of 256 x 256.
  public static final int TILES_MAX = 4096;

  /// Most precincts of one tile; each has a packet, of a byte at least, in every layer.
  public static final int PRECINCTS_MAX = 1 << 20;

  /// Most progression order changes that hold for a tile: each may be a look at every precinct.
  public static final int PROGRESSION_CHANGES_MAX = 32;

  /// Most bit planes of a subband: 16-bit samples have about twenty.
  public static final int BIT_PLANES_MAX = 30;

  /// Most chunks of code blocks in the packets of one tile: each is some passes in one layer.
  public static final int CHUNKS_MAX = 1 << 22;

  /// Looks at code blocks by packets that any file may have: each packet with contents looks at all
  /// code blocks of its precinct.
  public static final int BLOCK_VISITS_FREE_MAX = 1 << 24;

  /// Beyond that, looks at code blocks for each byte of the file.
  public static final int BLOCK_VISITS_PER_BYTE_MAX = 16;

  private Jpeg2000Limits() {}
}
