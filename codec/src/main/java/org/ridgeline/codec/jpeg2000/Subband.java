package org.ridgeline.codec.jpeg2000;

/// A subband of a tile's component: its code blocks, and what the packets have said of each.
/// - **Shape** code blocks lie on a grid of `across` times `down`; each has its own number in the
///   arrays, from left to right, then down. `isHighAcross` and `isHighDown` say which filters made
///   it; its samples are `area` of its own grid
/// - **Source** ISO/IEC 15444-1 B.5 to B.7
final class Subband {
  private static final Area NO_BLOCKS = new Area(0, 0, 0, 0);

  final Area area;
  final boolean isHighAcross;
  final boolean isHighDown;
  final int bitPlanes;

  /// Width of a quantisation step; 1 where nothing was quantised.
  final float step;

  final int widthExponent;
  final int heightExponent;
  final int firstAcross;
  final int firstDown;
  final int across;
  final int down;

  /// First and last chunk of each code block in [Chunks], 0 if none yet.
  final int[] first;

  final int[] last;

  /// Coding passes so far.
  final short[] passes;

  /// Bit planes that are all zero, from the most significant one.
  final byte[] zeroPlanes;

  /// Bits that a length has, beside those that the number of passes adds.
  final byte[] lengthBits;

  /// Tag trees of all precincts: in which layer code blocks come first, how many planes are zero.
  final int[] inclusions;

  final int[] zeroPlaneTrees;

  /// Where a precinct's trees begin.
  final int[] treeStarts;

  private final Precincts precincts;

  /// - **Shape** `precincts` in the subband's own coordinates
  Subband(Precincts precincts, Kind kind, CodingStyle coding, Quantisation quantisation) {
    this.precincts = precincts;
    area = kind.area();
    isHighAcross = kind.isHighAcross();
    isHighDown = kind.isHighDown();
    bitPlanes = quantisation.bitPlanes(kind.number());
    step = coding.isReversible() ? 1 : (float) quantisation.width(kind.number(), kind.bits());
    widthExponent = Math.min(coding.blockWidthExponent(), precincts.widthExponent());
    heightExponent = Math.min(coding.blockHeightExponent(), precincts.heightExponent());
    firstAcross = area.x0() >> widthExponent;
    firstDown = area.y0() >> heightExponent;
    across = Area.ceilShift(area.x1(), widthExponent) - firstAcross;
    down = Area.ceilShift(area.y1(), heightExponent) - firstDown;
    int blocks = across * down;
    first = new int[blocks];
    last = new int[blocks];
    passes = new short[blocks];
    zeroPlanes = new byte[blocks];
    lengthBits = new byte[blocks];
    treeStarts = new int[precincts.count()];
    int nodes = 0;
    for (int i = 0; i < treeStarts.length; i++) {
      treeStarts[i] = nodes;
      Area own = blocks(i);
      nodes += own.isEmpty() ? 0 : TagTree.nodes(own.width(), own.height());
    }
    inclusions = new int[nodes];
    zeroPlaneTrees = new int[nodes];
  }

  /// Which of a resolution's subbands.
  /// - **Shape** `number` counts all subbands of the component from the lowest; `bits` are those of
  ///   the component and the subband's gain
  record Kind(Area area, boolean isHighAcross, boolean isHighDown, int number, int bits) {}

  /// The code blocks of a precinct, as an area of the grid of code blocks.
  Area blocks(int precinct) {
    Area own = precincts.part(precinct, area);
    if (own.isEmpty()) {
      return NO_BLOCKS;
    }
    return new Area(
        (own.x0() >> widthExponent) - firstAcross,
        (own.y0() >> heightExponent) - firstDown,
        Area.ceilShift(own.x1(), widthExponent) - firstAcross,
        Area.ceilShift(own.y1(), heightExponent) - firstDown);
  }

  /// The samples of a code block, counted from the subband's left upper corner.
  Area samples(int block) {
    int x = firstAcross + block % across << widthExponent;
    int y = firstDown + block / across << heightExponent;
    return new Area(
        Math.max(x, area.x0()) - area.x0(),
        Math.max(y, area.y0()) - area.y0(),
        (int) Math.min((long) x + (1 << widthExponent), area.x1()) - area.x0(),
        (int) Math.min((long) y + (1 << heightExponent), area.y1()) - area.y0());
  }
}
