package org.ridgeline.search.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearestTest {
  @Test
  void theNearestAreThoseThatSortingWouldGive() {
    SplittableRandom dice = new SplittableRandom(3);
    int[] distances = IntStream.range(0, 50_000).map(_ -> dice.nextInt(1200)).toArray();
    for (int wanted : new int[] {1, 10, 999, 5000, 60_000}) {
      Nearest nearest = new Nearest(wanted, 5000);
      for (int row = 0; row < distances.length; row++) {
        if (distances[row] < nearest.limit()) {
          nearest.add(distances[row], 3, row);
        }
      }
      int[] found = Arrays.stream(nearest.sorted()).mapToInt(RowRef::key).toArray();
      int[] expected = Arrays.stream(distances).sorted().limit(wanted).toArray();
      assertThat(found).isEqualTo(expected);
    }
  }

  @Test
  void twoPartsJoinedGiveTheWhole() {
    SplittableRandom dice = new SplittableRandom(4);
    Nearest whole = new Nearest(100, 5000);
    Nearest one = new Nearest(100, 5000);
    Nearest other = new Nearest(100, 5000);
    for (int row = 0; row < 20_000; row++) {
      int distance = dice.nextInt(3000);
      for (Nearest each : new Nearest[] {whole, row % 2 == 0 ? one : other}) {
        if (distance < each.limit()) {
          each.add(distance, row % 2, row);
        }
      }
    }
    one.addAll(other);
    assertThat(Arrays.stream(one.sorted()).map(RowRef::key).toArray())
        .isEqualTo(Arrays.stream(whole.sorted()).map(RowRef::key).toArray());
  }

  @Test
  void manyRowsAtOneDistanceDoNotOverflow() {
    Nearest nearest = new Nearest(10, 5000);
    for (int row = 0; row < 100_000; row++) {
      if (7 < nearest.limit()) {
        nearest.add(7, 0, row);
      }
    }
    if (3 < nearest.limit()) {
      nearest.add(3, 0, 5);
    }
    assertThat(nearest.sorted()).hasSize(10);
    assertThat(RowRef.key(nearest.sorted()[0])).isEqualTo(3);
  }

  @Test
  void aRowRefKeepsItsParts() {
    long ref = RowRef.of(8191, 65_535, (1 << 24) - 1);
    assertThat(RowRef.key(ref)).isEqualTo(8191);
    assertThat(RowRef.segment(ref)).isEqualTo(65_535);
    assertThat(RowRef.row(ref)).isEqualTo((1 << 24) - 1);
    long scored = RowRef.best(-1234, ref);
    assertThat(RowRef.score(scored)).isEqualTo(-1234);
    assertThat(RowRef.best(100, ref)).isLessThan(RowRef.best(99, ref));
    assertThat(RowRef.segment(scored)).isEqualTo(65_535);
  }
}
