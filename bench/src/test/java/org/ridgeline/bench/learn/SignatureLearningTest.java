package org.ridgeline.bench.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ridgeline.search.decision.Calibration;
import org.ridgeline.search.signature.SignatureNetwork;

class SignatureLearningTest {
  private static final SignatureLearning.Plan PLAN = new SignatureLearning.Plan(16, 32, 24, 2, 5);

  /// Steps of the plan's batches that one sensor takes part in.
  private static final int SENSOR_STEPS = PrintPairs.GROUP / 24;

  @Test
  void matesBecomeMoreAlikeThanStrangers() {
    List<SignatureLearning.Step> steps = new ArrayList<>();
    SignatureLearning learning = new SignatureLearning(PLAN, PrintPairs.sketches(5));
    learning.run(40 * SENSOR_STEPS, 0.01f, steps::add);
    // Some sensors are harder than others: many are held against many.
    int some = 6 * SENSOR_STEPS;
    double before = loss(steps.subList(0, some));
    double after = loss(steps.subList(steps.size() - some, steps.size()));
    assertThat(after).isLessThan(0.85 * before);
  }

  private static double loss(List<SignatureLearning.Step> steps) {
    return steps.stream().mapToDouble(s -> s.loss()).average().orElseThrow();
  }

  @Test
  void theSamePlanLearnsTheSameNetwork() {
    assertThat(learned().digest()).isEqualTo(learned().digest());
  }

  private static SignatureNetwork learned() {
    SignatureLearning learning = new SignatureLearning(PLAN, PrintPairs.sketches(5));
    learning.run(4, 0.003f, _ -> {});
    return learning.network();
  }

  /// Every kind of parameter, against the difference that moving it makes.
  @Test
  void gradientsAreThoseOfTheFunction() {
    SignatureNetwork network = learned();
    int[] print = PrintPairs.sketches(9).pair(3)[0];
    SplittableRandom dice = new SplittableRandom(1);
    float[] towards = new float[SignatureNetwork.DIMENSIONS];
    for (int d = 0; d < towards.length; d++) {
      towards[d] = (float) dice.nextGaussian();
    }
    PrintPass pass = new PrintPass(network.features(), network.hidden());
    pass.forward(network, print);
    float[] gradient = new float[network.parameters().length];
    pass.backward(new PrintPass.Transposed(network), towards, gradient);
    PrintPass.Transposed.back(network, gradient);
    int[] kinds = {
      busiest(gradient, 0, network.featureBias()),
      network.featureBias() + 3,
      network.hiddenWeights() + 5 * network.hidden() + 7,
      busiest(gradient, network.hiddenBias(), network.lastWeights()),
      busiest(gradient, network.lastWeights(), network.lastBias()),
      network.lastBias() + 11
    };
    for (int at : kinds) {
      double step = 1e-2 * Math.max(0.1, Math.abs(network.parameters()[at]));
      double slope =
          (value(network, at, step, print, towards) - value(network, at, -step, print, towards))
              / (2 * step);
      assertThat((double) gradient[at])
          .as("parameter %d", at)
          .isCloseTo(slope, within(0.02 * Math.abs(slope) + 2e-3));
    }
  }

  private static int busiest(float[] gradient, int from, int to) {
    int best = from;
    for (int i = from; i < to; i++) {
      best = Math.abs(gradient[i]) > Math.abs(gradient[best]) ? i : best;
    }
    return best;
  }

  private static double value(
      SignatureNetwork network, int at, double step, int[] print, float[] towards) {
    float[] moved = network.parameters().clone();
    moved[at] += (float) step;
    SignatureNetwork other = new SignatureNetwork(network.features(), network.hidden(), moved);
    PrintPass pass = new PrintPass(network.features(), network.hidden());
    pass.forward(other, print);
    double sum = 0;
    for (int d = 0; d < towards.length; d++) {
      sum += pass.code[d] * towards[d];
    }
    return sum;
  }

  @Test
  void aNetworkReadsBackAsWritten() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    learned().write(bytes);
    SignatureNetwork read = SignatureNetwork.read(new ByteArrayInputStream(bytes.toByteArray()));
    assertThat(read.digest()).isEqualTo(learned().digest());
    assertThatThrownBy(() -> SignatureNetwork.read(new ByteArrayInputStream(new byte[9])))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not a signature network");
  }

  @Test
  void aCalibrationGrowsAndBelongsToItsNetwork() {
    SignatureNetwork network = SignatureNetwork.load();
    Calibration measured =
        CalibrationLearning.measure(
            network, Calibration.load(), 200, PrintPairs.sketches(77), "test");
    assertThat(measured.network()).isEqualTo(network.digest());
    assertThat(measured.signature().at(-100)).isEqualTo(-200);
    assertThat(measured.signature().at(200)).isGreaterThan(600);
    assertThat(measured.quick().at(0)).isEqualTo(-200);
    assertThat(measured.quick().at(600)).isGreaterThan(600);
  }

  @Test
  void pairsAreTheSameForTheSameNumber() {
    assertThat(PrintPairs.sketches(1).pair(8)).isDeepEqualTo(PrintPairs.sketches(1).pair(8));
    assertThatThrownBy(() -> PrintPairs.of(1, List.of(List.of(new int[3]))))
        .hasMessageContaining("expected 1.. with 2.. touches each");
  }
}
