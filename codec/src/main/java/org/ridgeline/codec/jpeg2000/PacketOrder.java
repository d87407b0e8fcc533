package org.ridgeline.codec.jpeg2000;

import java.util.Arrays;
import java.util.List;
import org.ridgeline.codec.jpeg2000.Progression.Change;

/// Goes through the packets of a tile in their order.
///
/// Instead of walking all positions of the tile, which few bytes can make many, the precincts are
/// sorted by what their order goes by. A key has the position, or the resolution where that comes
/// first, in its upper half; below it component, resolution and number of the precinct.
/// - **Source** ISO/IEC 15444-1 B.12
final class PacketOrder {
  private static final int HALF = 32;
  private static final int COMPONENT = 30;
  private static final int RESOLUTION = 24;
  private static final int POSITION_BITS = 15;

  private final Area tile;
  private final List<TileComponent> components;
  private final Packets packets;
  private long[] keys = new long[64];

  /// What takes the packets.
  interface Packets {
    /// Takes the next packet.
    void read(TileComponent component, Resolution resolution, int precinct, int layer)
        throws Jpeg2000Refusal;
  }

  PacketOrder(Area tile, List<TileComponent> components, Packets packets) {
    this.tile = tile;
    this.components = components;
    this.packets = packets;
  }

  /// All packets of a change of the progression, but those that came before.
  void run(Change change, int layers) throws Jpeg2000Refusal {
    int componentEnd = Math.min(change.componentEnd(), components.size());
    int resolutionEnd = Math.min(change.resolutionEnd(), resolutionsMax());
    Progression progression = change.progression();
    switch (progression) {
      case LRCP, PCRL -> run(change, layers, change.componentFirst(), componentEnd);
      case CPRL -> {
        for (int c = change.componentFirst(); c < componentEnd; c++) {
          run(change, layers, c, c + 1);
        }
      }
      case RLCP, RPCL -> {
        for (int r = change.resolutionFirst(); r < resolutionEnd; r++) {
          Change one =
              new Change(
                  r, r + 1, change.componentFirst(), componentEnd, change.layersEnd(), progression);
          run(one, layers, change.componentFirst(), componentEnd);
        }
      }
    }
  }

  private int resolutionsMax() {
    return components.stream().mapToInt(c -> c.resolutions().size()).max().orElse(0);
  }

  /// Those whose outermost loop is layers or positions.
  private void run(Change change, int layers, int componentFirst, int componentEnd)
      throws Jpeg2000Refusal {
    int count = sort(change, componentFirst, componentEnd);
    int layersEnd = Math.min(layers, change.layersEnd());
    if (change.progression().isByPosition()) {
      for (int i = 0; i < count; i++) {
        for (int layer = 0; layer < layersEnd; layer++) {
          packet(keys[i], layer);
        }
      }
    } else {
      for (int layer = 0; layer < layersEnd; layer++) {
        for (int i = 0; i < count; i++) {
          packet(keys[i], layer);
        }
      }
    }
  }

  private void packet(long key, int layer) throws Jpeg2000Refusal {
    TileComponent component = components.get((int) (key >> COMPONENT) & 3);
    Resolution resolution = component.resolutions().get((int) (key >> RESOLUTION) & 0x3F);
    int precinct = (int) key & (1 << RESOLUTION) - 1;
    if (resolution.take(precinct, layer)) {
      packets.read(component, resolution, precinct, layer);
    }
  }

  /// Puts the precincts in order; gives their number.
  private int sort(Change change, int componentFirst, int componentEnd) {
    int count = 0;
    boolean byPosition = change.progression().isByPosition();
    for (int c = componentFirst; c < componentEnd; c++) {
      List<Resolution> all = components.get(c).resolutions();
      for (int r = change.resolutionFirst();
          r < Math.min(all.size(), change.resolutionEnd());
          r++) {
        Resolution resolution = all.get(r);
        int precincts = resolution.precincts.count();
        if (count + precincts > keys.length) {
          keys = Arrays.copyOf(keys, Math.max(count + precincts, 2 * count));
        }
        int steps = all.size() - 1 - r;
        for (int p = 0; p < precincts; p++) {
          long upper = byPosition ? position(resolution, p, steps) : r;
          keys[count++] = upper << HALF | (long) c << COMPONENT | (long) r << RESOLUTION | p;
        }
      }
    }
    Arrays.sort(keys, 0, count);
    return count;
  }

  /// Where the precinct's corner lies in the tile, down before across; one that begins left of the
  /// tile or above it counts from its edge.
  private long position(Resolution resolution, int precinct, int steps) {
    long x = Math.max(0, resolution.precincts.left(precinct, steps) - tile.x0());
    long y = Math.max(0, resolution.precincts.top(precinct, steps) - tile.y0());
    return y << POSITION_BITS | x;
  }
}
