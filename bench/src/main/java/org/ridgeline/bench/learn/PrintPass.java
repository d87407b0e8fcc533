package org.ridgeline.bench.learn;

import java.util.Arrays;
import org.ridgeline.search.signature.RowKernel;
import org.ridgeline.search.signature.RowKernels;
import org.ridgeline.search.signature.SignatureNetwork;
import org.ridgeline.search.signature.Surroundings;

/// One print on its way through a [SignatureNetwork] and back: outputs, then gradients.
final class PrintPass {
  private static final int D = SignatureNetwork.DIMENSIONS;

  private static final float STEEP = SignatureNetwork.STEEP;

  private final int features;
  private final int hidden;
  private final Surroundings around = new Surroundings();
  private int[] packed = {};
  private float[][] sums = {};
  private float[][] actives = {};
  private final RowKernel featureRows;
  private final RowKernel hiddenRows;
  private final RowKernel lastRows;
  private final float[] pooled;
  private final float[] out = new float[D];
  private final float[] soft = new float[D];
  private float outScale;
  private float softScale;

  /// The soft code, of unit length.
  final float[] code = new float[D];

  PrintPass(int features, int hidden) {
    this.features = features;
    this.hidden = hidden;
    pooled = new float[hidden];
    featureRows = RowKernels.of(features);
    hiddenRows = RowKernels.of(hidden);
    lastRows = RowKernels.of(D);
  }

  void forward(SignatureNetwork network, int[] minutiae) {
    packed = minutiae;
    around.sort(minutiae);
    int n = minutiae.length;
    if (sums.length < n) {
      sums = new float[n][features];
      actives = new float[n][hidden];
    }
    Arrays.fill(pooled, 0);
    for (int i = 0; i < n; i++) {
      network.features(around, i, sums[i]);
      network.activate(sums[i], actives[i]);
      for (int h = 0; h < hidden; h++) {
        pooled[h] += Math.max(0, actives[i][h]);
      }
    }
    for (int h = 0; h < hidden; h++) {
      pooled[h] /= n;
    }
    network.last(pooled, out);
    squash();
  }

  private void squash() {
    float square = 1e-12f;
    for (float value : out) {
      square += value * value;
    }
    outScale = (float) Math.sqrt(D / square);
    float length = 0;
    for (int d = 0; d < D; d++) {
      soft[d] = (float) Math.tanh(STEEP * outScale * out[d]);
      length += soft[d] * soft[d];
    }
    softScale = 1 / (float) Math.sqrt(length + 1e-12f);
    for (int d = 0; d < D; d++) {
      code[d] = soft[d] * softScale;
    }
  }

  /// Adds this print's share to the gradient, given the gradient of its code. The gradient of the
  /// hidden layer's weights comes out transposed.
  void backward(Transposed turned, float[] codeGradient, float[] gradient) {
    float[] dOut = unsquash(codeGradient);
    float[] dPooled = new float[hidden];
    for (int d = 0; d < D; d++) {
      gradient[turned.lastBias + d] += dOut[d];
      hiddenRows.add(dPooled, 0, dOut[d] / packed.length, turned.lastRows[d]);
    }
    for (int h = 0; h < hidden; h++) {
      lastRows.add(gradient, turned.lastWeights + h * D, pooled[h], dOut);
    }
    float[] dSum = new float[features];
    for (int i = 0; i < packed.length; i++) {
      minutia(turned, i, dPooled, dSum, gradient);
    }
  }

  /// The weights of a network the other way round: sums then run along rows, and in step.
  static final class Transposed {
    final int featureBias;
    final int hiddenWeights;
    final int hiddenBias;
    final int lastWeights;
    final int lastBias;
    final float[][] hiddenRows;
    final float[][] lastRows;

    Transposed(SignatureNetwork network) {
      featureBias = network.featureBias();
      hiddenWeights = network.hiddenWeights();
      hiddenBias = network.hiddenBias();
      lastWeights = network.lastWeights();
      lastBias = network.lastBias();
      float[] p = network.parameters();
      hiddenRows = turned(p, hiddenWeights, network.features(), network.hidden());
      lastRows = turned(p, lastWeights, network.hidden(), D);
    }

    /// Puts a gradient's hidden weights the way round that the network has them.
    static void back(SignatureNetwork network, float[] gradient) {
      int from = network.hiddenWeights();
      int features = network.features();
      int hidden = network.hidden();
      float[] turned = Arrays.copyOfRange(gradient, from, from + features * hidden);
      for (int h = 0; h < hidden; h++) {
        for (int k = 0; k < features; k++) {
          gradient[from + k * hidden + h] = turned[h * features + k];
        }
      }
    }

    private static float[][] turned(float[] p, int from, int rows, int columns) {
      float[][] turned = new float[columns][rows];
      for (int row = 0; row < rows; row++) {
        for (int column = 0; column < columns; column++) {
          turned[column][row] = p[from + row * columns + column];
        }
      }
      return turned;
    }
  }

  private float[] unsquash(float[] codeGradient) {
    float along = 0;
    for (int d = 0; d < D; d++) {
      along += codeGradient[d] * code[d];
    }
    float[] dUnit = new float[D];
    float through = 0;
    for (int d = 0; d < D; d++) {
      float dSoft = (codeGradient[d] - along * code[d]) * softScale;
      dUnit[d] = dSoft * (1 - soft[d] * soft[d]) * STEEP;
      through += dUnit[d] * out[d];
    }
    float[] dOut = new float[D];
    float back = through * outScale * outScale / D;
    for (int d = 0; d < D; d++) {
      dOut[d] = outScale * (dUnit[d] - out[d] * back);
    }
    return dOut;
  }

  private void minutia(Transposed turned, int i, float[] dPooled, float[] dSum, float[] gradient) {
    Arrays.fill(dSum, 0);
    for (int h = 0; h < hidden; h++) {
      if (actives[i][h] > 0) {
        gradient[turned.hiddenBias + h] += dPooled[h];
        featureRows.add(gradient, turned.hiddenWeights + h * features, dPooled[h], sums[i]);
        featureRows.add(dSum, 0, dPooled[h], turned.hiddenRows[h]);
      }
    }
    featureRows.add(gradient, turned.featureBias, 1, dSum);
    for (int share = around.from(i); share < around.to(i); share++) {
      featureRows.add(gradient, around.cell(share) * features, around.weight(share), dSum);
    }
  }
}
