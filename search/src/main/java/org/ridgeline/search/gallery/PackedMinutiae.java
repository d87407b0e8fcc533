package org.ridgeline.search.gallery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.ridgeline.vocabulary.Minutia;
import org.ridgeline.vocabulary.Template;

/// Minutiae as a gallery keeps them: one 32-bit word each.
///
/// From the highest bit down: a 0, x (10 bits), y (11), direction (9, in 1/512 of a turn), kind (1:
/// a ridge ending). Positions are moved so that the leftmost and the topmost minutia lie at 0: no
/// comparison depends on where a print lies in its image. Words are in ascending order, so from
/// left to right. Reliability of single minutiae is not kept.
/// - **Unit** pixels at 500 ppi
/// - **Limit** [#MINUTIAE_MAX] minutiae, the first ones; a print wider or higher than [#SPAN_PX]
///   keeps those within
public final class PackedMinutiae {
  /// Most minutiae kept of a finger: a whole rolled finger has 80 to 150.
  public static final int MINUTIAE_MAX = 255;

  /// Widest and highest print, two inches: a sideways thumb roll is one and a half.
  public static final int SPAN_PX = 1024;

  /// Resolution of positions.
  public static final int RESOLUTION_PPI = 500;

  private PackedMinutiae() {}

  /// Packs a template's minutiae; a template at another resolution: IllegalArgumentException.
  public static int[] pack(Template template) {
    if (template.resolutionPpi() != RESOLUTION_PPI) {
      throw new IllegalArgumentException(
          "resolutionPpi=" + template.resolutionPpi() + " expected=" + RESOLUTION_PPI);
    }
    List<Minutia> minutiae = template.minutiae();
    int left = minutiae.stream().mapToInt(Minutia::x).min().orElse(0);
    int top = minutiae.stream().mapToInt(Minutia::y).min().orElse(0);
    return minutiae.stream()
        .filter(m -> m.x() - left < SPAN_PX && m.y() - top < SPAN_PX)
        .limit(MINUTIAE_MAX)
        .mapToInt(m -> pack(m, left, top))
        .sorted()
        .toArray();
  }

  private static int pack(Minutia minutia, int left, int top) {
    int turn = (minutia.direction() + 64) >> 7;
    boolean ending = minutia instanceof Minutia.RidgeEnding;
    return word(minutia.x() - left, minutia.y() - top, turn, ending);
  }

  /// One packed minutia; x and y 0..1023, turns beyond a whole one are taken off.
  public static int word(int x, int y, int turn, boolean ending) {
    return x << 21 | y << 10 | (turn & 511) << 1 | (ending ? 1 : 0);
  }

  /// The minutiae nearest to the middle of all, at most so many, in the same order. What lies at
  /// the edge of a roll is the least likely to be in another print.
  public static int[] central(int[] packed, int most) {
    if (packed.length <= most) {
      return packed;
    }
    double middleX = Arrays.stream(packed).mapToDouble(PackedMinutiae::x).sum() / packed.length;
    double middleY = Arrays.stream(packed).mapToDouble(PackedMinutiae::y).sum() / packed.length;
    return Arrays.stream(packed)
        .boxed()
        .sorted(Comparator.comparingDouble(word -> away(word, middleX, middleY)))
        .limit(most)
        .mapToInt(Integer::intValue)
        .sorted()
        .toArray();
  }

  private static double away(int word, double x, double y) {
    double dx = x(word) - x;
    double dy = y(word) - y;
    return dx * dx + dy * dy;
  }

  /// The template of packed minutiae, as wide and high as they reach.
  public static Template unpack(int[] packed, int quality) {
    int width = 1;
    int height = 1;
    List<Minutia> minutiae = new ArrayList<>(packed.length);
    for (int word : packed) {
      width = Math.max(width, x(word) + 1);
      height = Math.max(height, y(word) + 1);
      int direction = turn(word) << 7;
      minutiae.add(
          isEnding(word)
              ? new Minutia.RidgeEnding(x(word), y(word), direction, 0)
              : new Minutia.Bifurcation(x(word), y(word), direction, 0));
    }
    return new Template(width, height, RESOLUTION_PPI, quality, minutiae);
  }

  /// Column, 0..1023.
  public static int x(int word) {
    return word >>> 21;
  }

  /// Row, 0..1023, downwards.
  public static int y(int word) {
    return word >>> 10 & 2047;
  }

  /// Direction in 1/512 of a turn, clockwise on the screen from +x.
  public static int turn(int word) {
    return word >>> 1 & 511;
  }

  /// From one direction to another the short way, -256..255 in 1/512 of a turn.
  public static int turned(int from, int to) {
    return (to - from + 256 & 511) - 256;
  }

  /// Whether it is a ridge ending; else it is a bifurcation.
  public static boolean isEnding(int word) {
    return (word & 1) == 1;
  }
}
