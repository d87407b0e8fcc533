package org.ridgeline.bench.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ridgeline.estimate.share.Interval;

class StrataTest {
  @Test
  void everyDrawingTakesAsManyFromAStratumAsItHas() {
    int[] stratum = new int[30];
    Arrays.fill(stratum, 20, 30, 1);
    Strata strata = new Strata(stratum);
    int differing = 0;
    for (int drawing = 0; drawing < 100; drawing++) {
      int[] weights = strata.draw(drawing);
      assertThat(Arrays.stream(weights, 0, 20).sum()).isEqualTo(20);
      assertThat(Arrays.stream(weights, 20, 30).sum()).isEqualTo(10);
      assertThat(strata.draw(drawing)).isEqualTo(weights);
      differing += Arrays.equals(weights, strata.draw(drawing + 1)) ? 0 : 1;
    }
    assertThat(differing).isEqualTo(100);
  }

  @Test
  void setsThatDifferDoNotWidenBoundsOfAll() {
    // Ten fingers of one set are always missed, ten of the other never: of all, just one half.
    Scores mated = new Scores(20);
    Scores nonMated = new Scores(20);
    for (int subject = 0; subject < 20; subject++) {
      mated.add(subject < 10 ? -1 : 10, subject);
      nonMated.add(0, subject, (subject + 1) % 20);
    }
    int[] sets = IntStream.range(0, 20).map(subject -> subject / 10).toArray();
    Interval bySet = Bootstrap.of(new Trials(sets, mated, nonMated), 0).missed().getFirst();
    Interval alike = Bootstrap.of(new Trials(20, mated, nonMated), 0).missed().getFirst();
    assertThat(bySet).isEqualTo(new Interval(0.5, 0.5));
    assertThat(alike.low()).isBetween(0.25, 0.35);
    assertThat(alike.high()).isBetween(0.65, 0.75);
  }
}
