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

class ThresholdsTest {
  private final Thresholds thresholds = new Thresholds(3000, 2000);

  @Test
  void theBestCandidateAtTheLineIsAHit() {
    assertThat(thresholds.decide(list(3000, 2999))).isInstanceOf(Decision.Hit.class);
  }

  @Test
  void belowItAllAboveTheReviewLineAreForReview() {
    Decision decision = thresholds.decide(list(2999, 2000, 1999));
    assertThat(decision).isInstanceOf(Decision.Review.class);
    assertThat(((Decision.Review) decision).candidates()).hasSize(2);
  }

  @Test
  void belowThatNobodyIs() {
    assertThat(thresholds.decide(list(1999))).isInstanceOf(Decision.NoHit.class);
    assertThat(thresholds.decide(list())).isInstanceOf(Decision.NoHit.class);
  }

  @Test
  void linesStandInOrder() {
    assertThat(new Thresholds(2000, 2000).hitMin()).isEqualTo(2000);
    assertThatThrownBy(() -> new Thresholds(1999, 2000))
        .hasMessageContaining("hitMin=1999 reviewMin=2000");
    assertThatThrownBy(() -> new Thresholds(10, 0)).hasMessageContaining("reviewMin=0");
  }

  private static CandidateList list(int... scores) {
    List<Candidate> candidates =
        Arrays.stream(scores)
            .mapToObj(s -> new Candidate(UUID.randomUUID(), UUID.randomUUID(), s, Map.of()))
            .toList();
    return new CandidateList(candidates, candidates.size(), 0);
  }
}
