package org.ridgeline.oversight.suppress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuppressionTest {
  private static final int K = 10;

  private final CellSystem.Builder builder = new CellSystem.Builder();

  private int open(long value) {
    return builder.add(Cell.open(value, 1));
  }

  private int total(long value) {
    return builder.add(Cell.open(value, 50));
  }

  private int old(long value, Standing standing) {
    return builder.add(new Cell(value, 1, standing));
  }

  private Pattern pattern() {
    return (Pattern) Protector.of(builder.build(), K);
  }

  @Test
  void hidesNothingWhereNothingIsSmall() {
    builder.equation(total(50), open(20), open(30));

    assertThat(pattern().hidden().isEmpty()).isTrue();
  }

  @Test
  void hidesZeroAndNineAndShowsTen() {
    builder.equation(total(139), open(0), open(9), open(10), open(120));

    Pattern pattern = pattern();

    assertThat(pattern.reason(1)).contains(Reason.PRIMARY);
    assertThat(pattern.reason(2)).contains(Reason.PRIMARY);
    assertThat(pattern.reason(0)).isEmpty();
    assertThat(pattern.hidden(4) && pattern.hidden(3)).isFalse();
  }

  @Test
  void hidesFourCellsOfATwoWayTableWithOneSmallCell() {
    int[][] cells = new int[3][3];
    long[][] values = {{3, 20, 30}, {40, 50, 60}, {70, 80, 90}};
    int[] columns = {total(113), total(150), total(180)};
    int all = total(443);
    for (int r = 0; r < 3; r++) {
      for (int c = 0; c < 3; c++) {
        cells[r][c] = open(values[r][c]);
      }
    }
    for (int i = 0; i < 3; i++) {
      int c = i;
      long sum = values[i][0] + values[i][1] + values[i][2];
      int row = total(sum);
      builder.equation(row, cells[i]);
      builder.equation(columns[i], cells[0][c], cells[1][c], cells[2][c]);
    }
    builder.equation(all, columns);

    Pattern pattern = pattern();

    assertThat(pattern.hidden().cardinality()).isEqualTo(4);
    assertThat(pattern.hidden(cells[0][0])).isTrue();
    assertThat(pattern.hidden(all)).isFalse();
  }

  @Test
  void hidesTheSumSinceTheStartThatWouldGiveAMonthAway() {
    int before = old(100, Standing.SHOWN);
    int month = open(4);
    int since = total(104);
    builder.equation(since, before, month);

    assertThat(pattern().hidden(since)).isTrue();
  }

  @Test
  void refusesWhereEarlierReportsGiveASmallCellAway() {
    int total = old(54, Standing.SHOWN);
    int other = old(50, Standing.SHOWN);
    int small = open(4);
    builder.equation(total, other, small);

    assertThat(Protector.of(builder.build(), K)).isEqualTo(new Refusal(List.of(small)));
  }

  @Test
  void keepsAnEarlierHiddenCellHidden() {
    int total = old(60, Standing.SHOWN);
    int first = old(5, Standing.HIDDEN);
    int second = old(55, Standing.HIDDEN);
    builder.equation(total, first, second);
    int again = open(75);
    builder.equation(again, second, open(20));

    Pattern pattern = pattern();

    assertThat(pattern.hidden(again) || pattern.hidden(4)).isTrue();
  }

  @Test
  void hidesTheSuccessorOfAnInheritedCellHoweverLarge() {
    int before = old(500, Standing.INHERITED);
    int since = open(530);
    int month = open(30);
    builder.equation(since, before, month).succeed(before, since);

    Pattern pattern = pattern();

    assertThat(pattern.reason(since)).contains(Reason.CARRIED);
    assertThat(pattern.hidden(month)).isFalse();
  }

  @Test
  void refusesInheritedCellsThatANewEquationTiesDown() {
    int a = old(40, Standing.INHERITED);
    int b = old(50, Standing.INHERITED);
    int nextA = open(41);
    int nextB = open(52);
    builder.equation(nextA, a, open(1)).equation(nextB, b, open(2));
    builder.succeed(a, nextA).succeed(b, nextB);
    builder.equation(open(93), nextA, nextB);

    assertThat(Protector.of(builder.build(), K)).isEqualTo(new Refusal(List.of(a, b)));
  }

  @Test
  void protectsACorrectedReportTogetherWithTheFirstOne() {
    int total = old(80, Standing.SHOWN);
    int small = old(3, Standing.HIDDEN);
    int second = old(27, Standing.HIDDEN);
    int third = old(50, Standing.SHOWN);
    builder.equation(total, small, second, third);
    // The correction moves five from the third to the total's rest; small stays what it was.
    int corrected = open(22);
    int thirdCorrected = open(55);
    builder.equation(total, small, corrected, thirdCorrected);

    Pattern pattern = pattern();

    assertThat(pattern.hidden(corrected)).isTrue();
    assertThat(pattern.hidden(thirdCorrected)).isFalse();
  }

  @Test
  void doesNotTakeHalvesForValues() {
    // x + y = 12 and x = 2z: bounds let x be anything of 0 to 12, but it is even, so of 7 values.
    int x = open(6);
    int y = open(6);
    int z = open(3);
    int twin = open(3);
    builder.equation(old(12, Standing.SHOWN), x, y);
    builder.equation(x, z, twin);
    builder.balance(new int[] {z}, new int[] {twin});

    assertThat(Protector.of(builder.build(), K)).isInstanceOf(Refusal.class);
  }

  @Test
  void takesOnlyEquationsThatAddUp() {
    int total = open(5);
    int part = open(4);

    assertThatThrownBy(() -> builder.equation(total, part))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("difference=1");
  }

  @Test
  void takesKWithinLimitsOnly() {
    CellSystem system = builder.build();

    assertThat(Protector.of(system, Limits.VALUES_MIN)).isInstanceOf(Pattern.class);
    assertThat(Protector.of(system, Limits.VALUES_MAX)).isInstanceOf(Pattern.class);
    assertThatThrownBy(() -> Protector.of(system, Limits.VALUES_MIN - 1))
        .hasMessageContaining("k=1");
    assertThatThrownBy(() -> Protector.of(system, Limits.VALUES_MAX + 1))
        .hasMessageContaining("k=1001");
  }
}
