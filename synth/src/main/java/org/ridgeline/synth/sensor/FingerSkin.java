package org.ridgeline.synth.sensor;

import java.util.List;
import org.ridgeline.synth.Dice;
import org.ridgeline.synth.print.Finger;
import org.ridgeline.synth.print.Grain;

/// A finger as its owner wears it: how moist it usually is, where its ridges are rubbed low, the
/// white lines across them. The same in all its touches.
final class FingerSkin {
  /// Ridges are this much lower, at most, where skin is rubbed.
  private static final float RUBBED = 0.65f;

  private final long owner;
  private final Finger finger;
  private final byte[] creases;
  private final int grainX;
  private final int grainY;
  private final float worn;
  private List<SkinMinutiae.Mark> minutiae = List.of();

  /// Image pixels that a pixel of the skin map takes: fingers are large and small.
  final double growth;

  /// Usual moisture, as [Skins#wet()].
  final double moisture;

  FingerSkin(long owner, Finger finger, Skins skins, Dice dice) {
    this.owner = owner;
    this.finger = finger;
    growth = dice.normal(1, 0.055, 2);
    moisture = skins.wet() + dice.normal(0, skins.fingerSpread(), 2);
    double rough = skins.worn() * dice.between(0, 2);
    worn = (float) (0.5 * rough);
    grainX = dice.below(Grain.SIDE);
    grainY = dice.below(Grain.SIDE);
    double many = skins.creases() * (0.3 + rough);
    creases = Creases.draw((int) (many * 2 * dice.uniform()), dice);
  }

  /// Whether both are the same finger of the same person, met by whichever sensor.
  boolean isSame(FingerSkin other) {
    return owner == other.owner && finger.position() == other.finger.position();
  }

  Finger finger() {
    return finger;
  }

  /// The skin's minutiae, found when first asked for.
  synchronized List<SkinMinutiae.Mark> minutiae() {
    if (minutiae.isEmpty()) {
      minutiae = List.copyOf(SkinMinutiae.of(finger));
    }
    return minutiae;
  }

  /// Height of the skin: 1 a ridge, -1 a valley, less where it is rubbed.
  float height(float x, float y) {
    float low = 0.5f + 0.8f * Grain.BROAD.at((int) x + grainX, (int) y + grainY);
    float rubbed = worn * Math.clamp(low, 0f, 1f) * RUBBED;
    return finger.ridge(x, y) * (1 - rubbed) - 0.4f * rubbed;
  }

  /// How deep a white line is at a place, 0..1.
  float crease(float x, float y) {
    int column = (int) (x + 0.5f);
    int row = (int) (y + 0.5f);
    boolean inside = column >= 0 && row >= 0 && column < Finger.WIDTH_PX && row < Finger.HEIGHT_PX;
    return inside ? creases[row * Finger.WIDTH_PX + column] * (1 / 127f) : 0;
  }

  /// Uneven tops of ridges, which print or miss in every touch alike; mean 0, deviation 1.
  float bead(float x, float y) {
    return Grain.MIDDLE.at((int) x + grainY, (int) y + grainX);
  }
}
