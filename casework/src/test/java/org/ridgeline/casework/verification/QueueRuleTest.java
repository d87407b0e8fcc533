package org.ridgeline.casework.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ridgeline.casework.verification.Conclusion.EXCLUSION;
import static org.ridgeline.casework.verification.Conclusion.IDENTIFICATION;
import static org.ridgeline.casework.verification.Conclusion.INCONCLUSIVE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ridgeline.estimate.share.Share;

class QueueRuleTest {
  private static final QueueRule RULE = QueueRule.standard();

  private final List<PlantedVerdict> verdicts = new ArrayList<>();

  private void gave(int times, boolean isMate, Conclusion conclusion) {
    for (int i = 0; i < times; i++) {
      verdicts.add(new PlantedVerdict(isMate, conclusion, Instant.EPOCH));
    }
  }

  @Test
  void oneSlipTakesNobodyOff() {
    gave(1, false, IDENTIFICATION);
    gave(1, true, EXCLUSION);
    assertThat(RULE.off(verdicts)).isEmpty();
  }

  @Test
  void twoFalseIdentificationsInTheLastTwentyTakeOff() {
    gave(1, false, IDENTIFICATION);
    gave(18, false, EXCLUSION);
    gave(1, false, IDENTIFICATION);
    assertThat(RULE.off(verdicts)).hasValueSatisfying(why -> assertThat(why).contains("2 false"));
  }

  @Test
  void falseIdentificationsFarApartDoNot() {
    gave(1, false, IDENTIFICATION);
    gave(100, false, EXCLUSION);
    gave(1, false, IDENTIFICATION);
    assertThat(RULE.off(verdicts)).isEmpty();
  }

  @Test
  void aLowerBoundOverTheLimitTakesOffHoweverSpreadOut() {
    for (int i = 0; i < 8; i++) {
      gave(1, false, IDENTIFICATION);
      gave(25, false, EXCLUSION);
    }
    assertThat(new Share(8, 208).bounds().low()).isGreaterThan(0.01);
    assertThat(RULE.off(verdicts)).isPresent();
  }

  @Test
  void exclusionsOfMatesAreBorneUpToTwiceThePublishedRate() {
    gave(3, true, EXCLUSION);
    gave(17, true, IDENTIFICATION);
    assertThat(RULE.off(verdicts)).isEmpty();
    gave(7, true, EXCLUSION);
    assertThat(RULE.off(verdicts)).hasValueSatisfying(why -> assertThat(why).contains("exclusion"));
  }

  @Test
  void inconclusiveIsNoErrorButCountsAmongThePairs() {
    gave(5, false, INCONCLUSIVE);
    gave(4, true, INCONCLUSIVE);
    ExaminerError error = ExaminerError.of(verdicts);
    assertThat(error.falseIdentifications().count()).isZero();
    assertThat(error.falseIdentifications().of()).isEqualTo(5);
    assertThat(error.falseExclusions().of()).isEqualTo(4);
    assertThat(error.inconclusiveNonMates()).isEqualTo(5);
    assertThat(error.inconclusiveMates()).isEqualTo(4);
    assertThat(RULE.off(verdicts)).isEmpty();
  }
}
