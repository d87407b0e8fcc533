package org.ridgeline.bench.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MissKindTest {
  /// Twenty prints: the first is the darkest, smallest and worst, the last the lightest.
  private final List<PrintLook> set = new ArrayList<>();

  private final MissKind.Tenths tenths;

  MissKindTest() {
    for (int i = 0; i < 20; i++) {
      set.add(look(50 + i, 100 + i, (99 - i) / 200.0, (100 + i) / 200.0));
    }
    tenths = MissKind.Tenths.of(set);
  }

  @Test
  void aTenthOfASetIsStriking() {
    assertThat(set.stream().filter(l -> region(l).dark() > tenths.darkOver())).hasSize(2);
    assertThat(set.stream().filter(l -> region(l).light() > tenths.lightOver())).hasSize(2);
    assertThat(set.stream().filter(l -> region(l).areaMm2() < tenths.areaUnder())).hasSize(2);
    assertThat(tenths.qualityUnder()).isEqualTo(52);
  }

  @Test
  void nobodyIsStrikingAmongEquals() {
    List<PrintLook> equals = Collections.nCopies(20, set.getFirst());
    MissKind.Tenths same = MissKind.Tenths.of(equals);
    assertThat(MissKind.of(set.getFirst(), set.getFirst(), same, true)).isEqualTo(MissKind.OTHER);
  }

  @Test
  void theFirstKindThatAppliesToEitherCounts() {
    PrintLook usual = set.get(10);
    PrintLook dry = look(60, 110, 0.4, 0.9);
    PrintLook small = look(60, 20, 0.4, 0.5);
    PrintLook poor = look(20, 110, 0.4, 0.5);
    assertThat(kind(usual, usual)).isEqualTo(MissKind.OTHER);
    assertThat(kind(usual, set.getFirst())).isEqualTo(MissKind.WET);
    assertThat(kind(set.getFirst(), dry)).isEqualTo(MissKind.WET);
    assertThat(kind(small, dry)).isEqualTo(MissKind.DRY);
    assertThat(kind(poor, small)).isEqualTo(MissKind.SMALL);
    assertThat(kind(poor, usual)).isEqualTo(MissKind.LOW_QUALITY);
    assertThat(MissKind.of(set.getFirst(), usual, tenths, false)).isEqualTo(MissKind.NO_TEMPLATE);
  }

  @Test
  void printsThatCannotBeMeasuredAreNotStriking() {
    PrintLook unseen = new PrintLook(Sample.print(Path.of("1_1.png"), -1), Optional.empty());
    assertThat(kind(unseen, unseen)).isEqualTo(MissKind.OTHER);
    MissKind.Tenths none = MissKind.Tenths.of(List.of(unseen));
    assertThat(MissKind.of(set.getFirst(), unseen, none, true)).isEqualTo(MissKind.OTHER);
  }

  @Test
  void everyKindHasANameOfItsOwn() {
    assertThat(Arrays.stream(MissKind.values()).map(MissKind::label)).doesNotHaveDuplicates();
  }

  private MissKind kind(PrintLook one, PrintLook other) {
    assertThat(MissKind.of(other, one, tenths, true))
        .isEqualTo(MissKind.of(one, other, tenths, true));
    return MissKind.of(one, other, tenths, true);
  }

  private static PrintRegion region(PrintLook look) {
    return look.region().orElseThrow();
  }

  private static PrintLook look(int quality, double areaMm2, double dark, double light) {
    return new PrintLook(
        Sample.print(Path.of("1_1.png"), quality),
        Optional.of(new PrintRegion(areaMm2, dark, light)));
  }
}
