package org.ridgeline.search.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearestTest {
  /// Ids that grow with the place.
  private static final RowOrder BY_PLACE = new RowOrder(ids(ref -> RowRef.row(ref)));

  /// Ids that fall with the place, and are compared as unsigned.
  private static final RowOrder BACKWARDS = new RowOrder(ids(ref -> -1 - RowRef.row(ref)));

  private static RowOrder.Ids ids(LongUnaryOperator high) {
    return new RowOrder.Ids() {
      @Override
      public long high(long ref) {
        return high.applyAsLong(ref);
      }

      @Override
      public long low(long ref) {
        return 0;
      }
    };
  }

  @Test
  void theNearestAreThoseThatSortingWouldGive() {
    SplittableRandom dice = new SplittableRandom(3);
    int[] distances = IntStream.range(0, 50_000).map(_ -> dice.nextInt(1200)).toArray();
    for (int wanted : new int[] {1, 10, 999, 5000, 60_000}) {
      Nearest nearest = new Nearest(wanted, 5000, BY_PLACE);
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
    Nearest whole = new Nearest(100, 5000, BY_PLACE);
    Nearest one = new Nearest(100, 5000, BY_PLACE);
    Nearest other = new Nearest(100, 5000, BY_PLACE);
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
    Nearest nearest = new Nearest(10, 5000, BY_PLACE);
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
  void rowsAtTheCutGoByTheirIdsAndNotByTheirPlace() {
    SplittableRandom dice = new SplittableRandom(5);
    for (int distances : new int[] {1, 3, 400}) {
      long[] rows =
          IntStream.range(0, 30_000)
              .mapToLong(row -> RowRef.of(dice.nextInt(distances), 0, row))
              .toArray();
      Nearest nearest = new Nearest(100, 5000, BACKWARDS);
      for (long row : rows) {
        if (RowRef.key(row) < nearest.limit()) {
          nearest.add(RowRef.key(row), 0, RowRef.row(row));
        }
      }
      assertThat(Arrays.stream(nearest.sorted()).boxed().toList())
          .containsExactlyInAnyOrderElementsOf(
              Arrays.stream(rows)
                  .boxed()
                  .sorted(
                      Comparator.<Long>comparingInt(RowRef::key)
                          .thenComparing(row -> -RowRef.row(row)))
                  .limit(100)
                  .toList());
    }
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
