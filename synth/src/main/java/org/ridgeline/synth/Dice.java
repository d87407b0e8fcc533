package org.ridgeline.synth;

import java.util.List;

/// A seeded source of chance that gives the same draws on every machine and Java release.
///
/// SplitMix64 with normals by Marsaglia's polar method over [StrictMath]; the JDK's own generators
/// may change their algorithms between releases, these golden prints may not. Not for secrets.
/// - **Source** Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014
public final class Dice {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final double DOUBLE_UNIT = 0x1.0p-53;

  private long state;
  private double spare;
  private boolean hasSpare;

  private Dice(long state) {
    this.state = state;
  }

  /// Dice whose draws depend on all of `parts`, in order.
  public static Dice of(long... parts) {
    return new Dice(hash(parts));
  }

  /// One number that depends on all of `parts`, in order: a seed for something below them.
  public static long hash(long... parts) {
    long hash = GOLDEN;
    for (long part : parts) {
      hash = mix(hash * 31 + mix(part + GOLDEN));
    }
    return hash;
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /// 64 random bits.
  public long bits() {
    state += GOLDEN;
    return mix(state);
  }

  /// Uniform in 0 (inclusive) to 1 (exclusive).
  public double uniform() {
    return (bits() >>> 11) * DOUBLE_UNIT;
  }

  /// Uniform in `from` (inclusive) to `to` (exclusive).
  public double between(double from, double to) {
    return from + (to - from) * uniform();
  }

  /// Uniform among 0..`count`-1.
  public int below(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("count=" + count + " limit=1..");
    }
    return (int) (uniform() * count);
  }

  /// True with the given probability.
  public boolean chance(double probability) {
    return uniform() < probability;
  }

  /// Normal with mean 0 and standard deviation 1.
  public double normal() {
    if (hasSpare) {
      hasSpare = false;
      return spare;
    }
    double x;
    double y;
    double square;
    do {
      x = 2 * uniform() - 1;
      y = 2 * uniform() - 1;
      square = x * x + y * y;
    } while (square >= 1 || square == 0);
    double scale = Math.sqrt(-2 * StrictMath.log(square) / square);
    spare = y * scale;
    hasSpare = true;
    return x * scale;
  }

  /// Normal with the given mean and deviation, cut off at `limit` deviations.
  public double normal(double mean, double deviation, double limit) {
    return mean + deviation * Math.clamp(normal(), -limit, limit);
  }

  /// One of the list's elements, all alike.
  public <T> T pick(List<T> list) {
    return list.get(below(list.size()));
  }

  /// An index, each with a chance in proportion to its weight.
  public int weighted(double... weights) {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    double left = uniform() * total;
    for (int i = 0; i < weights.length - 1; i++) {
      left -= weights[i];
      if (left < 0) {
        return i;
      }
    }
    return weights.length - 1;
  }
}
