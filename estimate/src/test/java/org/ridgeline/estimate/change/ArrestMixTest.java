package org.ridgeline.estimate.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ridgeline.estimate.Limits;
import org.ridgeline.estimate.change.ArrestMix.ClassChange;
import org.ridgeline.estimate.share.Share;

class ArrestMixTest {
  private static final LocalDate DAY = LocalDate.of(2010, 1, 12);

  private static UnitCounts unit(String name, Map<String, Long> before, Map<String, Long> after) {
    return new UnitCounts(name, DAY, new TreeMap<>(before), new TreeMap<>(after));
  }

  @Test
  void showsAShiftToMinorOffencesInEachPlaceAndTogether() {
    ArrestMix mix =
        ArrestMix.of(
            List.of(
                unit(
                    "north",
                    Map.of("felony", 700L, "traffic", 300L),
                    Map.of("felony", 600L, "traffic", 400L)),
                unit(
                    "south",
                    Map.of("felony", 90L, "traffic", 10L),
                    Map.of("felony", 160L, "traffic", 40L))));
    assertThat(mix.classes().stream().map(ClassChange::chargeClass))
        .containsExactly("felony", "traffic");
    ClassChange traffic = mix.classes().get(1);
    assertThat(traffic.units().getFirst().afterLessBefore().difference())
        .isCloseTo(0.1, within(1e-12));
    assertThat(traffic.pooled().orElseThrow().mantelHaenszel().difference())
        .isCloseTo(0.1, within(1e-12));
    assertThat(traffic.pooled().orElseThrow().mantelHaenszel().bounds().low()).isPositive();
    assertThat(mix.classes().getFirst().pooled().orElseThrow().mantelHaenszel().difference())
        .isCloseTo(-0.1, within(1e-12));
  }

  /// Summed up, traffic would rise from 18 to 82 of 100: only because the second place is larger
  /// after. Within each place nothing changed.
  @Test
  void aPlaceThatGrewIsNoChange() {
    ArrestMix mix =
        ArrestMix.of(
            List.of(
                unit(
                    "a",
                    Map.of("felony", 900L, "traffic", 100L),
                    Map.of("felony", 90L, "traffic", 10L)),
                unit(
                    "b",
                    Map.of("felony", 10L, "traffic", 90L),
                    Map.of("felony", 100L, "traffic", 900L))));
    Pooled traffic = mix.classes().get(1).pooled().orElseThrow();
    assertThat(traffic.mantelHaenszel().difference()).isCloseTo(0, within(1e-12));
    assertThat(traffic.p()).isGreaterThan(0.9);
  }

  @Test
  void aClassThatIsNewOrGoneCountsAsNone() {
    ArrestMix mix =
        ArrestMix.of(List.of(unit("a", Map.of("old", 10L), Map.of("new", 5L, "old", 5L))));
    assertThat(mix.classes().getFirst().units().getFirst().afterLessBefore().other())
        .isEqualTo(new Share(0, 10));
    assertThat(mix.classes().getFirst().units().getFirst().afterLessBefore().one())
        .isEqualTo(new Share(5, 10));
  }

  @Test
  void aPlaceNotYetActivatedIsShownAndNotPooled() {
    ArrestMix mix = ArrestMix.of(List.of(unit("a", Map.of("felony", 10L), Map.of())));
    assertThat(mix.classes().getFirst().units()).hasSize(1);
    assertThat(mix.classes().getFirst().pooled()).isEmpty();
    assertThat(ArrestMix.of(List.of()).classes()).isEmpty();
  }

  @Test
  void alwaysCarriesWhatItDoesNotShow() {
    ArrestMix mix = ArrestMix.of(List.of());
    assertThat(mix.caveats())
        .contains(
            ChangeCaveat.CAUSE,
            ChangeCaveat.POPULATION,
            ChangeCaveat.INTENT,
            ChangeCaveat.SELECTION)
        .containsExactly(ChangeCaveat.values());
    assertThat(mix.caveats()).allSatisfy(caveat -> assertThat(caveat.words()).endsWith("."));
    List<ChangeCaveat> fewer = mix.caveats().subList(1, mix.caveats().size());
    assertThatIllegalArgumentException().isThrownBy(() -> new ArrestMix(List.of(), fewer));
  }

  @Test
  void classesAndUnitsHaveALimitAndNoUnitComesTwice() {
    assertThat(ArrestMix.of(List.of(classes(Limits.CHARGE_CLASSES_MAX))).classes())
        .hasSize(Limits.CHARGE_CLASSES_MAX);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ArrestMix.of(List.of(classes(Limits.CHARGE_CLASSES_MAX + 1))));
    UnitCounts one = unit("a", Map.of(), Map.of());
    assertThatIllegalArgumentException().isThrownBy(() -> ArrestMix.of(List.of(one, one)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> unit("a", Map.of("felony", -1L), Map.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> unit("a", Map.of(" ", 1L), Map.of()));
  }

  private static UnitCounts classes(int count) {
    SortedMap<String, Long> counts = new TreeMap<>();
    IntStream.range(0, count).forEach(i -> counts.put("class " + i, 1L));
    return unit("a", counts, counts);
  }
}
