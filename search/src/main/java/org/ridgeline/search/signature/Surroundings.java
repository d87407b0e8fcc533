package org.ridgeline.search.signature;

import java.util.Arrays;
import org.ridgeline.search.gallery.PackedMinutiae;

/// What surrounds each minutia of a finger, in the minutia's own frame, sorted into soft bins.
///
/// A neighbour lies at a distance and in a direction, and points somewhere, all three seen from the
/// minutia; turning or moving the print changes none of them. Distance is binned by its logarithm:
/// skin distorts in proportion to it. A neighbour counts for the two nearest bins of each of the
/// three, by how near it lies, so eight cells of a table.
/// - **Unit** distances in pixels at 500 ppi
/// - **Shape** cell numbers 0..[#CELLS]-1, distance slowest, direction next, pointing fastest
public final class Surroundings {
  /// Farthest neighbour.
  public static final int REACH_PX = 120;

  /// Nearest distance told apart.
  public static final int NEAREST_PX = 8;

  /// Bins of distance.
  public static final int RINGS = 9;

  /// Bins of direction.
  public static final int SECTORS = 24;

  /// Bins of pointing.
  public static final int HEADINGS = 16;

  /// Cells altogether.
  public static final int CELLS = RINGS * SECTORS * HEADINGS;

  /// Cells a neighbour counts for.
  public static final int SHARES = 8;

  private static final int SIDE = 2 * REACH_PX + 1;
  private static final int TURN = 65_536;
  private static final int[] DIRECTION = new int[SIDE * SIDE];
  private static final float[] RING = new float[SIDE * SIDE];

  static {
    double scale = (RINGS - 1) / StrictMath.log((double) REACH_PX / NEAREST_PX);
    for (int dy = -REACH_PX; dy <= REACH_PX; dy++) {
      for (int dx = -REACH_PX; dx <= REACH_PX; dx++) {
        int at = (dy + REACH_PX) * SIDE + dx + REACH_PX;
        double turns = StrictMath.atan2(dy, dx) / (2 * StrictMath.PI);
        DIRECTION[at] = (int) StrictMath.round(turns * TURN) & (TURN - 1);
        double distance = StrictMath.sqrt(dx * dx + dy * dy);
        RING[at] =
            distance > REACH_PX
                ? -1
                : (float) (scale * StrictMath.log(Math.max(1, distance / NEAREST_PX)));
      }
    }
  }

  private int[] cells = new int[1 << 12];
  private float[] weights = new float[1 << 12];
  private final int[] ends = new int[PackedMinutiae.MINUTIAE_MAX];

  /// Sorts the neighbours of every minutia. What the other methods say holds until the next call.
  public void sort(int[] packed) {
    int filled = 0;
    for (int i = 0; i < packed.length; i++) {
      int x = PackedMinutiae.x(packed[i]);
      int y = PackedMinutiae.y(packed[i]);
      int heading = PackedMinutiae.turn(packed[i]) << 7;
      for (int j = 0; j < packed.length; j++) {
        int dx = PackedMinutiae.x(packed[j]) - x;
        int dy = PackedMinutiae.y(packed[j]) - y;
        if (j != i && Math.abs(dx) <= REACH_PX && Math.abs(dy) <= REACH_PX) {
          int at = (dy + REACH_PX) * SIDE + dx + REACH_PX;
          if (RING[at] >= 0) {
            int direction = DIRECTION[at] - heading & TURN - 1;
            int pointing = (PackedMinutiae.turn(packed[j]) << 7) - heading & TURN - 1;
            filled = share(RING[at], direction, pointing, filled);
          }
        }
      }
      ends[i] = filled;
    }
  }

  private int share(float ring, int direction, int pointing, int filled) {
    if (filled + SHARES > cells.length) {
      cells = Arrays.copyOf(cells, 2 * cells.length);
      weights = Arrays.copyOf(weights, 2 * weights.length);
    }
    int ring0 = Math.min((int) ring, RINGS - 2);
    float ringPart = ring - ring0;
    float sector = direction * ((float) SECTORS / TURN);
    int sector0 = (int) sector;
    float sectorPart = sector - sector0;
    float turned = pointing * ((float) HEADINGS / TURN);
    int turned0 = (int) turned;
    float turnedPart = turned - turned0;
    int sector1 = sector0 + 1 == SECTORS ? 0 : sector0 + 1;
    int turned1 = turned0 + 1 == HEADINGS ? 0 : turned0 + 1;
    for (int far = 0; far < 2; far++) {
      float ringWeight = far == 0 ? 1 - ringPart : ringPart;
      int row = (ring0 + far) * SECTORS;
      put(
          filled,
          (row + sector0) * HEADINGS + turned0,
          ringWeight * (1 - sectorPart) * (1 - turnedPart));
      put(
          filled + 1,
          (row + sector0) * HEADINGS + turned1,
          ringWeight * (1 - sectorPart) * turnedPart);
      put(
          filled + 2,
          (row + sector1) * HEADINGS + turned0,
          ringWeight * sectorPart * (1 - turnedPart));
      put(filled + 3, (row + sector1) * HEADINGS + turned1, ringWeight * sectorPart * turnedPart);
      filled += 4;
    }
    return filled;
  }

  private void put(int at, int cell, float weight) {
    cells[at] = cell;
    weights[at] = weight;
  }

  /// Where the shares of a minutia begin.
  public int from(int minutia) {
    return minutia == 0 ? 0 : ends[minutia - 1];
  }

  /// Where the shares of a minutia end.
  public int to(int minutia) {
    return ends[minutia];
  }

  /// The cell of a share.
  public int cell(int share) {
    return cells[share];
  }

  /// The weight of a share; the eight of a neighbour add to 1.
  public float weight(int share) {
    return weights[share];
  }
}
