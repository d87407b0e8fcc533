package org.ridgeline.bench.learn;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.ridgeline.search.signature.SignatureNetwork;

/// Learns a [SignatureNetwork]: two touches of one finger shall be more alike than touches of any
/// two fingers of a batch (the symmetric cross entropy of "who is my mate"), by stochastic gradient
/// descent (Adam).
public final class SignatureLearning {
  private static final int D = SignatureNetwork.DIMENSIONS;
  private static final float TEMPERATURE = 0.06f;

  private final SignatureNetwork network;
  private final PrintPairs pairs;
  private final int batch;
  private final int threads;
  private final PrintPass[] passes;
  private final float[][] codeGradients;
  private final float[][] gradients;
  private final float[] mean;
  private final float[] square;
  private int step;

  /// What one step was like.
  /// - **Shape** `alone`: of the batch's prints, the share whose mate is the most alike
  public record Step(int number, float loss, float alone) {}

  /// What a network is made of and how it is trained; the same plan gives the same network on the
  /// same pairs.
  /// - **Shape** `features` and `hidden`: widths of the layers; `batch`: pairs a step
  public record Plan(int features, int hidden, int batch, int threads, long seed) {
    public Plan {
      if (features < 1 || hidden < 1 || batch < 2 || threads < 1) {
        throw new IllegalArgumentException(
            "features="
                + features
                + " hidden="
                + hidden
                + " batch="
                + batch
                + " threads="
                + threads
                + " expected 1.., 1.., 2.., 1..");
      }
    }
  }

  /// Begins with random numbers.
  public SignatureLearning(Plan plan, PrintPairs pairs) {
    int features = plan.features();
    int hidden = plan.hidden();
    long seed = plan.seed();
    this.pairs = pairs;
    batch = plan.batch();
    threads = plan.threads();
    network = new SignatureNetwork(features, hidden, start(features, hidden, seed));
    passes = new PrintPass[2 * batch];
    Arrays.setAll(passes, _ -> new PrintPass(features, hidden));
    codeGradients = new float[2 * batch][D];
    int size = network.parameters().length;
    gradients = new float[threads][size];
    mean = new float[size];
    square = new float[size];
  }

  private static float[] start(int features, int hidden, long seed) {
    SplittableRandom dice = new SplittableRandom(seed);
    float[] p = new float[SignatureNetwork.size(features, hidden)];
    SignatureNetwork shape = new SignatureNetwork(features, hidden, p);
    fill(p, 0, shape.featureBias(), 0.25, dice);
    fill(p, shape.hiddenWeights(), shape.hiddenBias(), StrictMath.sqrt(2.0 / features), dice);
    fill(p, shape.lastWeights(), shape.lastBias(), StrictMath.sqrt(1.0 / hidden), dice);
    return p;
  }

  private static void fill(float[] p, int from, int to, double spread, SplittableRandom dice) {
    for (int i = from; i < to; i++) {
      p[i] = (float) (spread * dice.nextGaussian());
    }
  }

  /// The network as it is now.
  public SignatureNetwork network() {
    return network;
  }

  /// Runs steps with a rate that rises over the first hundredth and falls along a cosine to
  /// nothing.
  public void run(int steps, float rate, Consumer<Step> watcher) {
    for (int i = 0; i < steps; i++) {
      float rise = Math.min(1, (i + 1) / (steps * 0.01f + 1));
      float fall = (float) (0.5 * (1 + Math.cos(Math.PI * i / steps)));
      watcher.accept(step(rate * rise * fall));
    }
  }

  private Step step(float rate) {
    long first = (long) step++ * batch;
    each(
        batch,
        (_, i) -> {
          int[][] pair = pairs.pair(first + i);
          passes[i].forward(network, pair[0]);
          passes[batch + i].forward(network, pair[1]);
        });
    float[] loss = new float[2];
    compare(loss);
    for (float[] gradient : gradients) {
      Arrays.fill(gradient, 0);
    }
    PrintPass.Transposed turned = new PrintPass.Transposed(network);
    each(2 * batch, (thread, i) -> passes[i].backward(turned, codeGradients[i], gradients[thread]));
    adam(rate);
    return new Step(step, loss[0] / (2 * batch), loss[1] / (2 * batch));
  }

  private interface Job {
    void run(int thread, int item);
  }

  private void each(int items, Job job) {
    IntStream.range(0, threads)
        .parallel()
        .forEach(thread -> {
          for (int i = thread; i < items; i += threads) {
            job.run(thread, i);
          }
        });
  }

  /// Fills the gradients of the codes.
  private void compare(float[] loss) {
    float[][] likeness = new float[batch][batch];
    each(
        batch,
        (_, i) -> {
          for (int j = 0; j < batch; j++) {
            likeness[i][j] = dot(passes[i].code, passes[batch + j].code) / TEMPERATURE;
          }
        });
    float[][] blame = new float[batch][batch];
    for (int i = 0; i < batch; i++) {
      int row = i;
      share(j -> likeness[row][j], i, loss, (j, value) -> blame[row][j] += value);
      share(j -> likeness[j][row], i, loss, (j, value) -> blame[j][row] += value);
    }
    each(
        batch,
        (_, i) -> {
          Arrays.fill(codeGradients[i], 0);
          Arrays.fill(codeGradients[batch + i], 0);
          for (int j = 0; j < batch; j++) {
            add(codeGradients[i], passes[batch + j].code, blame[i][j]);
            add(codeGradients[batch + i], passes[j].code, blame[j][i]);
          }
        });
  }

  private interface Likeness {
    float to(int other);
  }

  private interface Blame {
    void add(int other, float value);
  }

  private void share(Likeness likeness, int mate, float[] loss, Blame blame) {
    float most = Float.NEGATIVE_INFINITY;
    for (int j = 0; j < batch; j++) {
      most = Math.max(most, likeness.to(j));
    }
    double sum = 0;
    for (int j = 0; j < batch; j++) {
      sum += Math.exp(likeness.to(j) - most);
    }
    loss[0] += (float) (Math.log(sum) + most - likeness.to(mate));
    loss[1] += likeness.to(mate) >= most ? 1 : 0;
    float unit = 1 / (TEMPERATURE * 2 * batch);
    for (int j = 0; j < batch; j++) {
      float odds = (float) (Math.exp(likeness.to(j) - most) / sum);
      blame.add(j, unit * (odds - (j == mate ? 1 : 0)));
    }
  }

  private static float dot(float[] a, float[] b) {
    float sum = 0;
    for (int d = 0; d < D; d++) {
      sum += a[d] * b[d];
    }
    return sum;
  }

  private static void add(float[] to, float[] what, float times) {
    for (int d = 0; d < D; d++) {
      to[d] += times * what[d];
    }
  }

  private void adam(float rate) {
    for (float[] gradient : gradients) {
      PrintPass.Transposed.back(network, gradient);
    }
    float[] p = network.parameters();
    float correction = (float) (Math.sqrt(1 - Math.pow(0.999, step)) / (1 - Math.pow(0.9, step)));
    for (int i = 0; i < p.length; i++) {
      float g = 0;
      for (float[] gradient : gradients) {
        g += gradient[i];
      }
      mean[i] = 0.9f * mean[i] + 0.1f * g;
      square[i] = 0.999f * square[i] + 0.001f * g * g;
      p[i] -= rate * correction * mean[i] / ((float) Math.sqrt(square[i]) + 1e-8f);
    }
  }
}
