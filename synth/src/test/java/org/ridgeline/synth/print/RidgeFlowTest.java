package org.ridgeline.synth.print;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ridgeline.synth.Dice;

class RidgeFlowTest {
  /// Turns of the direction along a circle around the whole pattern, in half turns: cores less
  /// deltas, which is none for every class.
  @ParameterizedTest
  @EnumSource(PatternClass.class)
  void turnsNoneAroundTheWholePattern(PatternClass pattern) {
    for (int seed = 0; seed < 20; seed++) {
      RidgeFlow flow = RidgeFlow.of(pattern, 1, Dice.of(seed));
      assertThat(halfTurns(flow, 0, 0, 320)).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = PatternClass.class,
      names = {"LEFT_LOOP", "RIGHT_LOOP"})
  void putsOneCoreAndOneDeltaIntoALoop(PatternClass pattern) {
    RidgeFlow flow = RidgeFlow.of(pattern, 1, Dice.of(3));
    int cores = 0;
    int deltas = 0;
    for (int y = -240; y < 240; y += 12) {
      for (int x = -240; x < 240; x += 12) {
        int turns = aroundCell(flow, x + 0.5, y + 0.5, 12);
        cores += turns > 0 ? turns : 0;
        deltas += turns < 0 ? -turns : 0;
      }
    }
    assertThat(cores).isEqualTo(1);
    assertThat(deltas).isEqualTo(1);
  }

  private static int halfTurns(RidgeFlow flow, double x, double y, double radius) {
    double sum = 0;
    double before = flow.at(x + radius, y);
    for (int i = 1; i <= 720; i++) {
      double angle = Math.PI * i / 360;
      double here = flow.at(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
      sum += Math.IEEEremainder(here - before, Math.PI);
      before = here;
    }
    return (int) Math.round(sum / Math.PI);
  }

  private static int aroundCell(RidgeFlow flow, double x, double y, double side) {
    double sum = 0;
    double before = flow.at(x, y);
    for (int i = 1; i <= 160; i++) {
      double part = i / 40.0;
      double acrossX = Math.clamp(Math.min(part, 3 - part), 0, 1);
      double acrossY = Math.clamp(Math.min(part - 1, 4 - part), 0, 1);
      double here = flow.at(x + side * acrossX, y + side * acrossY);
      sum += Math.IEEEremainder(here - before, Math.PI);
      before = here;
    }
    return (int) Math.round(sum / Math.PI);
  }
}
