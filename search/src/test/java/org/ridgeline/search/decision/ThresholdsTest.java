package org.ridgeline.search.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ridgeline.vocabulary.Candidate;
import org.ridgeline.vocabulary.CandidateList;
import org.ridgeline.vocabulary.Decision;
import org.ridgeline.vocabulary.FingerSequence;

class ThresholdsTest {
  private static final long PERSONS = 1 << 20;

  /// 2^20 persons and these rates: a hit needs 30 bits, a review 25.
  private final Thresholds thresholds = new Thresholds(1.0 / 1024, 1.0 / 32);

  @Test
  void aLineIsTheBitsThatPersonsAndRateAskFor() {
    assertThat(thresholds.hitMin(PERSONS)).isEqualTo(3000);
    assertThat(thresholds.reviewMin(PERSONS)).isEqualTo(2500);
    assertThat(thresholds.hitMin(2 * PERSONS)).isEqualTo(3100);
  }

  @Test
  void linesOfSmallGalleriesAreThoseOfTenThousand() {
    assertThat(thresholds.hitMin(0)).isEqualTo(thresholds.hitMin(Thresholds.PERSONS_MIN));
    assertThat(thresholds.hitMin(Thresholds.PERSONS_MIN + 1000))
        .isGreaterThan(thresholds.hitMin(Thresholds.PERSONS_MIN));
  }

  @Test
  void theBestCandidateAtTheLineIsAHit() {
    assertThat(decide(FingerSequence.AS_GIVEN, 3000, 2999)).isInstanceOf(Decision.Hit.class);
  }

  @Test
  void belowItAllAboveTheReviewLineAreForReview() {
    Decision decision = decide(FingerSequence.AS_GIVEN, 2999, 2500, 2499);
    assertThat(decision).isInstanceOf(Decision.Review.class);
    assertThat(((Decision.Review) decision).candidates()).hasSize(2);
  }

  @Test
  void belowThatNobodyIs() {
    assertThat(decide(FingerSequence.AS_GIVEN, 2499)).isInstanceOf(Decision.NoHit.class);
    assertThat(decide(FingerSequence.AS_GIVEN)).isInstanceOf(Decision.NoHit.class);
  }

  @Test
  void fingersInAnotherOrderAreNeverAHit() {
    assertThat(decide(FingerSequence.HANDS_SWAPPED, 14_000)).isInstanceOf(Decision.Review.class);
    assertThat(decide(FingerSequence.HANDS_SWAPPED, 2849)).isInstanceOf(Decision.NoHit.class);
    assertThat(decide(FingerSequence.HANDS_SWAPPED, 2850)).isInstanceOf(Decision.Review.class);
  }

  @Test
  void aScoreHasARateAmongSoManyPersons() {
    assertThat(Thresholds.fpir(3000, PERSONS)).isEqualTo(1.0 / 1024);
    assertThat(Thresholds.fpir(0, PERSONS)).isEqualTo(1);
  }

  @Test
  void ratesAreSharesInOrder() {
    assertThat(new Thresholds(0.01, 0.01).hitFpir()).isEqualTo(0.01);
    assertThatThrownBy(() -> new Thresholds(0.02, 0.01)).hasMessageContaining("hitFpir=0.02");
    assertThatThrownBy(() -> new Thresholds(0, 0.01)).hasMessageContaining("hitFpir=0.0");
    assertThatThrownBy(() -> new Thresholds(0.01, 1)).hasMessageContaining("reviewFpir=1.0");
    assertThatThrownBy(() -> new Thresholds(Double.NaN, 0.1)).hasMessageContaining("NaN");
  }

  private Decision decide(FingerSequence sequence, int... scores) {
    List<Candidate> candidates =
        Arrays.stream(scores)
            .mapToObj(
                s -> new Candidate(UUID.randomUUID(), UUID.randomUUID(), s, Map.of(), sequence))
            .toList();
    return thresholds.decide(new CandidateList(candidates, candidates.size(), 0), PERSONS);
  }
}
