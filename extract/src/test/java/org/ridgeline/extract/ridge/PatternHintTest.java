package org.ridgeline.extract.ridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ridgeline.vocabulary.SingularPoint;

class PatternHintTest {
  private static final SingularPoint CORE = core(200, 200, 90);

  @Test
  void aDeltaOnTheLeftMakesALoopThatOpensToTheRight() {
    assertThat(hint(core(200, 200, 70), delta(100, 300))).isEqualTo(PatternHint.RIGHT_LOOP);
    assertThat(hint(core(200, 200, 110), delta(300, 300))).isEqualTo(PatternHint.LEFT_LOOP);
  }

  @Test
  void aDeltaCloseUnderTheCoreMakesATentedArch() {
    assertThat(hint(CORE, delta(205, 260))).isEqualTo(PatternHint.ARCH);
    assertThat(hint(CORE, delta(205, 330))).as("far under it").isEqualTo(PatternHint.UNKNOWN);
    assertThat(hint(CORE, delta(240, 230))).as("near beside it").isEqualTo(PatternHint.UNKNOWN);
    assertThat(hint(CORE, delta(200, 100))).as("above it").isEqualTo(PatternHint.UNKNOWN);
  }

  @Test
  void coresThatFaceEachOtherMakeAWhorl() {
    SingularPoint lower = core(205, 240, 275);
    assertThat(hint(CORE, lower)).isEqualTo(PatternHint.WHORL);
    assertThat(hint(CORE, lower, delta(90, 320), delta(310, 330))).isEqualTo(PatternHint.WHORL);
    assertThat(hint(CORE, core(205, 240, 95))).as("alike").isEqualTo(PatternHint.UNKNOWN);
    assertThat(hint(CORE, core(205, 340, 275))).as("far apart").isEqualTo(PatternHint.UNKNOWN);
    assertThat(hint(CORE, lower, core(200, 280, 90))).isEqualTo(PatternHint.UNKNOWN);
  }

  @Test
  void withoutADeltaALeaningCoreHintsAtALoop() {
    assertThat(hint(core(200, 200, 60))).isEqualTo(PatternHint.RIGHT_LOOP);
    assertThat(hint(core(200, 200, 130))).isEqualTo(PatternHint.LEFT_LOOP);
    assertThat(hint(CORE)).as("upright").isEqualTo(PatternHint.UNKNOWN);
    assertThat(hint(core(200, 200, 270))).as("a lower core").isEqualTo(PatternHint.UNKNOWN);
  }

  @Test
  void fewerOrMoreLeaveADoubt() {
    assertThat(hint()).isEqualTo(PatternHint.UNKNOWN);
    assertThat(hint(delta(100, 300))).isEqualTo(PatternHint.UNKNOWN);
    assertThat(hint(CORE, delta(100, 300), delta(300, 300))).isEqualTo(PatternHint.UNKNOWN);
  }

  @Test
  void codesAreTheStandards() {
    assertThat(Arrays.stream(PatternHint.values()).map(PatternHint::code))
        .containsExactly("AU", "LS", "RS", "WU", "UC");
  }

  private static PatternHint hint(SingularPoint... points) {
    return PatternHint.of(List.of(points));
  }

  private static SingularPoint core(float x, float y, double degrees) {
    return new SingularPoint.Core(x, y, (float) Math.toRadians(degrees), 80);
  }

  private static SingularPoint delta(float x, float y) {
    return new SingularPoint.Delta(x, y, 0, 80);
  }
}
