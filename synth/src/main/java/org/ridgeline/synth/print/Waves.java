package org.ridgeline.synth.print;

import org.ridgeline.synth.Dice;

/// A smooth field of chance: a few plane waves of random direction, length and phase.
public final class Waves {
  private final double[] kx;
  private final double[] ky;
  private final double[] phase;
  private final double amplitude;

  /// A field of `count` waves.
  /// - **Unit** `lengthPx` is the typical wave length; the field's deviation is `deviation`
  public Waves(Dice dice, int count, double deviation, double lengthPx) {
    kx = new double[count];
    ky = new double[count];
    phase = new double[count];
    amplitude = deviation * Math.sqrt(2.0 / count);
    for (int i = 0; i < count; i++) {
      double turn = dice.between(0, 2 * Math.PI);
      double k = 2 * Math.PI / (lengthPx * dice.between(0.7, 1.6));
      kx[i] = k * StrictMath.cos(turn);
      ky[i] = k * Trig.sin(turn);
      phase[i] = dice.between(0, 2 * Math.PI);
    }
  }

  /// The field's value at a place.
  public double at(double x, double y) {
    double sum = 0;
    for (int i = 0; i < kx.length; i++) {
      sum += Trig.sin(kx[i] * x + ky[i] * y + phase[i]);
    }
    return amplitude * sum;
  }
}
