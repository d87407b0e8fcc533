package org.ridgeline.synth.print;

import java.util.List;
import org.ridgeline.vocabulary.FingerPosition;

/// A finger's whole skin as it is, before anything touches it: ridges, pores, creases and scars.
///
/// Made by [FingerMaker], printed by [Impression]; holds about half a megabyte, so make it when it
/// is needed and let it go.
/// - **Shape** [#WIDTH_PX] by [#HEIGHT_PX] at 500 ppi, the finger's centre in the middle
public final class Finger {
  /// Width of the skin map, pixels at 500 ppi.
  public static final int WIDTH_PX = 512;

  /// Height of the skin map, pixels at 500 ppi.
  public static final int HEIGHT_PX = 576;

  private final FingerPosition position;
  private final RidgeFlow flow;
  private final byte[] ridges;
  private final byte[] breaks;

  Finger(FingerPosition position, RidgeFlow flow, byte[] ridges, byte[] breaks) {
    this.position = position;
    this.flow = flow;
    this.ridges = ridges;
    this.breaks = breaks;
  }

  /// Which of the ten fingers it is.
  public FingerPosition position() {
    return position;
  }

  /// The pattern its ridges form.
  public PatternClass pattern() {
    return flow.pattern();
  }

  /// Its size: 1 is a middle finger of a middle-sized person.
  public double size() {
    return flow.size();
  }

  /// Its cores and deltas, wherever they lie on the skin; an arch has none.
  /// - **Unit** pixels from the upper left corner of the skin map, y downwards
  public List<Singular> singular() {
    return flow.singular().stream()
        .map(one -> new Singular(WIDTH_PX / 2.0 + one.x(), HEIGHT_PX / 2.0 - one.y(), one.isCore()))
        .toList();
  }

  /// Height of the skin at each place, -127 valley to 127 ridge. Not copied: read only.
  byte[] ridges() {
    return ridges;
  }

  /// Where skin does not print: 0 whole to 127 open (pores, creases, scars). Not copied: read only.
  byte[] breaks() {
    return breaks;
  }

  /// Height of the skin between pixels: -1 valley to 1 ridge; -1 beyond the map.
  public float ridge(float x, float y) {
    return isInside(x, y) ? mixed(ridges, x, y) * (1 / 110f) : -1;
  }

  /// How open the skin is between pixels: 0 whole to 1 (pores, creases, scars); 0 beyond the map.
  public float open(float x, float y) {
    return isInside(x, y) ? mixed(breaks, x, y) * (1 / 127f) : 0;
  }

  private static boolean isInside(float x, float y) {
    return x >= 0 && y >= 0 && x < WIDTH_PX - 1 && y < HEIGHT_PX - 1;
  }

  private static float mixed(byte[] map, float x, float y) {
    int left = (int) x;
    int top = (int) y;
    int at = top * WIDTH_PX + left;
    float right = x - left;
    float upper = map[at] + right * (map[at + 1] - map[at]);
    int below = at + WIDTH_PX;
    float lower = map[below] + right * (map[below + 1] - map[below]);
    return upper + (y - top) * (lower - upper);
  }
}
