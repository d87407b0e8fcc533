package org.ridgeline.codec.jpeg2000;

/// Reads the tag trees of a subband: numbers of code blocks, coded so that what is alike nearby
/// costs few bits.
///
/// A tree lies in a run of an array of all trees, level by level, the code blocks themselves first;
/// each number is what is known of a node, doubled, plus one where it is known for certain.
/// - **Source** ISO/IEC 15444-1 B.10.2
final class TagTree {
  private static final int LEVELS_MAX = 32;

  private final int[] path = new int[LEVELS_MAX];

  /// Nodes of a tree over so many code blocks.
  static int nodes(int across, int down) {
    int nodes = across * down;
    int w = across;
    int h = down;
    while (w * h > 1) {
      w = w + 1 >> 1;
      h = h + 1 >> 1;
      nodes += w * h;
    }
    return nodes;
  }

  /// Reads on until it is known whether the number at `x`, `y` is below a threshold.
  /// - **Shape** the tree over `across` times `down` code blocks begins at `start` of `nodes`
  boolean isBelow(int threshold, int[] nodes, Place place, PacketBits bits) throws Jpeg2000Refusal {
    int depth = climb(place);
    int low = 0;
    int node = 0;
    for (int level = depth - 1; level >= 0; level--) {
      int at = path[level];
      node = nodes[at];
      if (node >> 1 < low) {
        node = low << 1;
      }
      while ((node & 1) == 0 && node >> 1 < threshold) {
        node += bits.bit() == 1 ? 1 : 2;
      }
      nodes[at] = node;
      low = node >> 1;
    }
    return (node & 1) == 1 && node >> 1 < threshold;
  }

  /// Notes the nodes from a code block up to the root.
  private int climb(Place place) {
    int w = place.across;
    int h = place.down;
    int x = place.x;
    int y = place.y;
    int base = place.start;
    int depth = 0;
    path[depth++] = base + y * w + x;
    while (w * h > 1) {
      base += w * h;
      w = w + 1 >> 1;
      h = h + 1 >> 1;
      x >>= 1;
      y >>= 1;
      path[depth++] = base + y * w + x;
    }
    return depth;
  }

  /// A code block among those of its precinct.
  static final class Place {
    int start;
    int across;
    int down;
    int x;
    int y;
  }
}
