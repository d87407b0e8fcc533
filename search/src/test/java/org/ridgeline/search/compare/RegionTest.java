package org.ridgeline.search.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RegionTest {
  private static final int COLUMNS = 23;
  private static final int ROWS = 17;
  private static final int STEPS = 5;

  private static float nearest(Region region, int column, int row) {
    float least = Region.FAR;
    for (int y = 0; y < ROWS; y++) {
      for (int x = 0; x < COLUMNS; x++) {
        int across = Math.abs(x - column);
        int down = Math.abs(y - row);
        if (region.has(y * COLUMNS + x) && Math.max(across, down) <= STEPS) {
          least = Math.min(least, Math.max(across, down) + 0.4f * Math.min(across, down));
        }
      }
    }
    return least;
  }

  @Test
  void theDistanceIsThatOfTheNearestMarkedCell() {
    SplittableRandom dice = new SplittableRandom(4);
    for (int trial = 0; trial < 20; trial++) {
      Region region = new Region(COLUMNS, ROWS);
      for (int marked = 0; marked < trial; marked++) {
        region.mark(dice.nextInt(COLUMNS), dice.nextInt(ROWS));
      }
      for (int row = 0; row < ROWS; row++) {
        for (int column = 0; column < COLUMNS; column++) {
          assertThat(region.distance(column, row, STEPS))
              .isCloseTo(nearest(region, column, row), Offset.offset(1e-3f));
        }
      }
    }
  }

  @Test
  void theBoxHoldsAllThatIsMarked() {
    Region region = new Region(COLUMNS, ROWS);
    assertThat(region.box().isEmpty()).isTrue();
    region.mark(3, 9);
    region.mark(11, 2);
    region.mark(3, 9);
    assertThat(region.box()).isEqualTo(new Box(3, 2, 11, 9));
    assertThat(region.count).isEqualTo(2);
  }

  @Test
  void whatOnlyOneOfTwoHasIsCounted() {
    Region one = new Region(COLUMNS, ROWS);
    Region other = new Region(COLUMNS, ROWS);
    one.mark(1, 1);
    one.mark(2, 1);
    other.mark(2, 1);
    other.mark(3, 3);
    assertThat(one.differing(other)).isEqualTo(2);
    assertThat(other.differing(one)).isEqualTo(2);
  }
}
