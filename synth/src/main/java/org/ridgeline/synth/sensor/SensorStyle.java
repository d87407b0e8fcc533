package org.ridgeline.synth.sensor;

import org.ridgeline.synth.Dice;

/// One sensor with its people and their ways: everything that prints of a series have in common.
public record SensorStyle(
    SensorKind kind, Ground ground, Optics optics, Skins skins, Handling handling) {
  private static final int SENSOR = 41;
  private static final double HEAVY = 0.10;

  /// A sensor of a kind: each seed is another, with its own light, contrast and people.
  public static SensorStyle of(SensorKind kind, long seed) {
    Dice dice = Dice.of(seed, SENSOR, kind.widthPx(), kind.heightPx());
    return new SensorStyle(
        kind, ground(kind, dice), optics(kind, dice), skins(kind, dice), handling(kind, dice));
  }

  /// The same sensor, with touches handled otherwise.
  public SensorStyle with(Handling other) {
    return new SensorStyle(kind, ground, optics, skins, other);
  }

  private static Ground ground(SensorKind kind, Dice d) {
    return switch (kind) {
      case OPTICAL_WHITE -> new Ground(d.between(256, 268), 3, 2, 1, d.between(0, 8), 0.1, 0.05);
      case OPTICAL_GREY ->
          new Ground(d.between(165, 225), d.between(25, 75), d.between(-25, 25), 3, 10, 0.5, 0.25);
      case OPTICAL_WIDE -> new Ground(d.between(255, 270), 2, 2, 1, d.between(0, 10), 0.1, 0);
      case CAPACITIVE ->
          new Ground(d.between(165, 235), 0, d.between(-10, 10), 2, d.between(10, 40), 0.15, 0.3);
      case SWEEP -> new Ground(d.between(90, 130), 0, 0, 3, 0, 0, 0);
      case LIVESCAN -> new Ground(d.between(254, 264), 2, 2, 1, 2, 0.05, 0);
    };
  }

  private static Optics optics(SensorKind kind, Dice d) {
    return switch (kind) {
      case OPTICAL_WHITE ->
          new Optics(d.between(10, 60), d.between(3.4, 5.5), d.between(0.4, 0.6), 10, 0.5);
      case OPTICAL_GREY ->
          new Optics(d.between(15, 55), d.between(3.2, 5.0), d.between(0.4, 0.7), 8, 1.5);
      case OPTICAL_WIDE ->
          new Optics(d.between(5, 35), d.between(3.8, 6), d.between(0.4, 0.6), 8, 0.5);
      case CAPACITIVE ->
          new Optics(d.between(15, 70), d.between(2.2, 3.6), d.between(0.5, 0.9), 14, 4);
      case SWEEP -> new Optics(d.between(0, 12), d.between(5, 8), d.between(0.35, 0.5), 12, 2);
      case LIVESCAN ->
          new Optics(d.between(20, 70), d.between(3.0, 4.6), d.between(0.4, 0.55), 10, 0.3);
    };
  }

  private static Skins skins(SensorKind kind, Dice d) {
    return switch (kind) {
      case OPTICAL_WHITE -> new Skins(d.between(-0.20, 0.02), 0.22, 0.22, 0.45, 6, 0.3);
      case OPTICAL_GREY -> new Skins(d.between(-0.10, 0.25), 0.22, 0.26, 0.40, 6, 0.5);
      case OPTICAL_WIDE -> new Skins(d.between(0.08, 0.35), 0.20, 0.42, 0.40, 4, 0.4);
      case CAPACITIVE -> new Skins(d.between(-0.12, 0.15), 0.22, 0.24, 0.40, 5, 0.3);
      case SWEEP -> new Skins(d.between(0.15, 0.36), 0.24, 0.30, 0.55, 8, 1.0);
      case LIVESCAN -> new Skins(d.between(-0.18, 0.0), 0.22, 0.18, 0.50, 4, 0.2);
    };
  }

  private static Handling handling(SensorKind kind, Dice d) {
    double turn = d.between(6, 12);
    return switch (kind) {
      case OPTICAL_WHITE -> new Handling(26, 55, turn, 0.9, 0.10, HEAVY, 0.92);
      case OPTICAL_GREY -> new Handling(26, 60, turn, 1.0, 0.09, HEAVY, 0.92);
      case OPTICAL_WIDE -> new Handling(40, 50, turn, 1.4, 0.08, 2 * HEAVY, 0.90);
      case CAPACITIVE -> new Handling(28, 42, turn, 1.0, 0.09, HEAVY, 0.88);
      case SWEEP -> new Handling(12, 45, 0.35 * turn, 1.0, 0.06, HEAVY, 1.02);
      case LIVESCAN -> new Handling(26, 34, 0.7 * turn, 0.8, 0.06, HEAVY, 1.0);
    };
  }
}
