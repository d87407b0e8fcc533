package org.ridgeline.bench.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class MissesTest {
  /// Two sets of seven fingers with two impressions: 21 impostor pairs a set.
  private final Pairs pairs = pairs();

  /// A finger scores 10 times its number with itself and the sum of both with others; the seventh
  /// of the first set has no template. Strangers of the first set reach 4 + 5, of the second 12 +
  /// 13.
  private final FakeComparer engine =
      new FakeComparer(
          "e",
          (a, b) ->
              a / 2 == 6 || b / 2 == 6
                  ? Float.NEGATIVE_INFINITY
                  : a / 2 == b / 2 ? 10 * (a / 2) : a / 2 + b / 2,
          (a, _) -> a == 2 ? OptionalDouble.of(77) : OptionalDouble.empty());

  private final MissReport report = report();

  @Test
  void listsEveryMissedPairLowestFirst() {
    // In the first set, the nearest strangers score 9: finger 0 with 0 is missed, and the one
    // without templates; finger 1 scores 10.
    List<MissReport.Pair> missed = listed("a", true);
    assertThat(missed)
        .extracting(pair -> pair.probe().file() + " " + pair.reference().file())
        .containsExactly("7_1.png 7_2.png", "1_1.png 1_2.png");
    assertThat(missed.getFirst().scored())
        .isEqualTo(
            new MissReport.Scored(
                OptionalDouble.empty(),
                Math.nextUp(9.0f),
                OptionalDouble.empty(),
                Optional.of(MissKind.NO_TEMPLATE)));
    assertThat(missed.getFirst().probe().quality()).isEmpty();
    assertThat(missed.getLast().scored().score()).hasValue(0);
    assertThat(missed.getLast().probe().quality()).hasValue(51);
    assertThat(missed.getLast().probe().minutiae()).isEqualTo(OptionalInt.of(0));
    assertThat(missed.getLast().probe().areaMm2()).hasValue(100);
    assertThat(listed("b", true)).isEmpty();
  }

  @Test
  void listsTheNearestImpostorsOfASetBestFirst() {
    List<MissReport.Pair> nearest = listed("a", false);
    assertThat(nearest).hasSize(Misses.NEAREST_MAX);
    assertThat(nearest.getFirst().scored().score()).hasValue(9);
    assertThat(nearest.getFirst().probe().file()).isEqualTo("5_1.png");
    assertThat(nearest.getFirst().reference().file()).isEqualTo("6_1.png");
    assertThat(nearest.getFirst().scored().kind()).isEmpty();
    assertThat(nearest)
        .extracting(pair -> pair.scored().score().orElseThrow())
        .isSortedAccordingTo((one, other) -> Double.compare(other, one));
    // Equal scores in the order of prints: 2 + 5 before 3 + 4.
    assertThat(nearest.get(2).probe().file()).isEqualTo("3_1.png");
    assertThat(nearest.get(3).probe().file()).isEqualTo("4_1.png");
    assertThat(listed("b", false)).hasSize(Misses.NEAREST_MAX);
  }

  @Test
  void fewerImpostorsThanTheLimitAreAllListed() {
    Pairs few = new Pairs(List.of(Sample.prints(3, 2, _ -> 70)), false);
    Compared compared = Sample.compared(few, engine);
    Misses misses = new Misses(few, looks(few));
    misses.add(compared, 0, SetRates.of(few, 0, "a", compared));
    assertThat(misses.report().pairs().stream().filter(pair -> !pair.genuine())).hasSize(3);
  }

  @Test
  void countsKindsAmongTheMissedAndAmongAll() {
    MissReport.OfSet first = report.sets().getFirst();
    assertThat(first.genuinePairs()).isEqualTo(7);
    assertThat(first.nonMatches()).isEqualTo(2);
    assertThat(first.impostorPairs()).isEqualTo(21);
    assertThat(first.falseMatches()).isZero();
    assertThat(first.kinds())
        .contains(
            new MissReport.Kind(MissKind.NO_TEMPLATE, 1, 1),
            new MissReport.Kind(MissKind.LOW_QUALITY, 1, 1),
            new MissReport.Kind(MissKind.OTHER, 0, 5))
        .hasSize(MissKind.values().length);
    assertThat(first.kinds().stream().mapToLong(MissReport.Kind::genuinePairs).sum()).isEqualTo(7);
  }

  @Test
  void keepsTheOverlapThatAnEngineGives() {
    assertThat(report.pairs())
        .filteredOn(pair -> pair.scored().overlapMm2().isPresent())
        .isNotEmpty()
        .allSatisfy(pair -> assertThat(pair.probe().file()).isEqualTo("2_1.png"));
  }

  private static Pairs pairs() {
    List<Print> first = Sample.prints(7, 2, finger -> finger == 7 ? -1 : 50 + finger);
    first.set(1, Sample.print(Path.of("1_2.png"), 20));
    return new Pairs(List.of(first, Sample.prints(7, 2, _ -> 70)), false);
  }

  private List<MissReport.Pair> listed(String set, boolean genuine) {
    return report.pairs().stream()
        .filter(pair -> pair.set().equals(set) && pair.genuine() == genuine)
        .toList();
  }

  private MissReport report() {
    Compared compared = Sample.compared(pairs, engine);
    Misses misses = new Misses(pairs, looks(pairs));
    misses.add(compared, 0, SetRates.of(pairs, 0, "a", compared));
    misses.add(compared, 1, SetRates.of(pairs, 1, "b", compared));
    return misses.report();
  }

  /// All prints look alike.
  private static List<PrintLook> looks(Pairs pairs) {
    List<PrintLook> looks = new ArrayList<>();
    for (Print print : pairs.prints()) {
      looks.add(new PrintLook(print, Optional.of(new PrintRegion(100, 0.3, 0.5))));
    }
    return looks;
  }
}
