package org.ridgeline.bench.learn;

import java.util.Arrays;
import java.util.List;
import org.ridgeline.search.compare.Evidence;
import org.ridgeline.search.compare.Feature;
import org.ridgeline.search.compare.PhaseWeights;

/// Weights of the ridge comparison's evidence, by logistic regression: both kinds of pairs count
/// the same in all, pairs for which nothing could be laid not at all (their score is 0).
///
/// A feature that speaks for or against one finger must do so: one whose weight comes out with the
/// other sign is left out and the rest learned again. Each weight is held back a little, by a
/// normal prior, so that pairs told apart without an error do not drive it up for ever.
public final class RidgeWeights {
  private static final int FEATURES = Feature.values().length;
  private static final int UNKNOWNS = FEATURES + 1;

  /// Of what was tried (10⁻³ to 10⁻⁶), the least errors on each kind of sensor when learned from
  /// the five others.
  private static final double PRIOR = 1e-5;

  private static final int ROUNDS = 40;

  private final double[][] terms;
  private final boolean[] isGenuine;
  private final double[] share;
  private final double[] scale;

  private RidgeWeights(List<RidgePairs.Compared> pairs) {
    List<RidgePairs.Compared> laid =
        pairs.stream().filter(pair -> !pair.evidence().equals(Evidence.NONE)).toList();
    terms = new double[laid.size()][];
    isGenuine = new boolean[laid.size()];
    share = new double[laid.size()];
    int genuine = 0;
    for (int i = 0; i < terms.length; i++) {
      terms[i] = Arrays.copyOf(Feature.terms(laid.get(i).evidence()), UNKNOWNS);
      terms[i][FEATURES] = 1;
      isGenuine[i] = laid.get(i).isGenuine();
      genuine += isGenuine[i] ? 1 : 0;
    }
    int impostors = terms.length - genuine;
    if (genuine == 0 || impostors == 0) {
      throw new IllegalArgumentException(
          "laid pairs: genuine=" + genuine + " impostors=" + impostors + " limit=1..");
    }
    for (int i = 0; i < share.length; i++) {
      share[i] = 0.5 / (isGenuine[i] ? genuine : impostors);
    }
    scale = scales();
  }

  /// The weights of these pairs.
  /// - **Error** no genuine or no impostor pair that could be laid: IllegalArgumentException
  public static PhaseWeights of(List<RidgePairs.Compared> pairs, String source) {
    RidgeWeights learning = new RidgeWeights(pairs);
    boolean[] isUsed = new boolean[UNKNOWNS];
    Arrays.fill(isUsed, true);
    double[] weights = learning.weights(isUsed);
    for (int wrong = wrong(weights); wrong >= 0; wrong = wrong(weights)) {
      isUsed[wrong] = false;
      weights = learning.weights(isUsed);
    }
    double[] learned = weights;
    return new PhaseWeights(
        Arrays.stream(Feature.values()).map(f -> rounded(learned[f.ordinal()])).toList(), source);
  }

  /// Three places are enough, and are read more easily.
  private static double rounded(double weight) {
    return Math.round(weight * 1000) / 1000.0;
  }

  /// A feature whose weight has the other sign, or -1.
  private static int wrong(double[] weights) {
    for (Feature feature : Feature.values()) {
      double weight = weights[feature.ordinal()];
      if (feature.isAgainst() ? weight > 0 : weight < 0) {
        return feature.ordinal();
      }
    }
    return -1;
  }

  /// The spread of each feature, so that the prior means the same for all.
  private double[] scales() {
    double[] scales = new double[UNKNOWNS];
    for (int k = 0; k < UNKNOWNS; k++) {
      double squares = 0;
      for (int i = 0; i < terms.length; i++) {
        squares += share[i] * terms[i][k] * terms[i][k];
      }
      scales[k] = Math.sqrt(squares) + 1e-12;
    }
    return scales;
  }

  /// By Newton's steps, from nothing.
  private double[] weights(boolean[] isUsed) {
    double[] scaled = new double[UNKNOWNS];
    for (int round = 0; round < ROUNDS; round++) {
      double[][] equations = equations(scaled, isUsed);
      double[] step = solved(equations);
      for (int k = 0; k < UNKNOWNS; k++) {
        scaled[k] += Math.clamp(step[k], -2, 2);
      }
    }
    double[] weights = new double[UNKNOWNS];
    for (int k = 0; k < UNKNOWNS; k++) {
      weights[k] = scaled[k] / scale[k];
    }
    return weights;
  }

  /// Curvature and, in the last column, slope of the likelihood.
  private double[][] equations(double[] scaled, boolean[] isUsed) {
    double[][] equations = new double[UNKNOWNS][UNKNOWNS + 1];
    double[] x = new double[UNKNOWNS];
    for (int i = 0; i < terms.length; i++) {
      double odds = 0;
      for (int k = 0; k < UNKNOWNS; k++) {
        x[k] = isUsed[k] ? terms[i][k] / scale[k] : 0;
        odds += scaled[k] * x[k];
      }
      double likely = 1 / (1 + StrictMath.exp(-odds));
      double miss = share[i] * ((isGenuine[i] ? 1 : 0) - likely);
      double weight = share[i] * likely * (1 - likely);
      for (int a = 0; a < UNKNOWNS; a++) {
        equations[a][UNKNOWNS] += miss * x[a];
        for (int b = 0; b < UNKNOWNS; b++) {
          equations[a][b] += weight * x[a] * x[b];
        }
      }
    }
    for (int k = 0; k < UNKNOWNS; k++) {
      equations[k][k] += PRIOR;
      equations[k][UNKNOWNS] -= PRIOR * scaled[k];
    }
    return equations;
  }

  /// By elimination; the equations are positive definite.
  private static double[] solved(double[][] equations) {
    for (int row = 0; row < UNKNOWNS; row++) {
      for (int below = row + 1; below < UNKNOWNS; below++) {
        double factor = equations[below][row] / equations[row][row];
        for (int k = row; k <= UNKNOWNS; k++) {
          equations[below][k] -= factor * equations[row][k];
        }
      }
    }
    double[] solved = new double[UNKNOWNS];
    for (int row = UNKNOWNS - 1; row >= 0; row--) {
      double sum = equations[row][UNKNOWNS];
      for (int k = row + 1; k < UNKNOWNS; k++) {
        sum -= equations[row][k] * solved[k];
      }
      solved[row] = sum / equations[row][row];
    }
    return solved;
  }
}
