package org.ridgeline.synth.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PrintTruthTest {
  private static final List<SeriesPrint> PRINTS =
      PrintSeries.of(8, SensorKind.OPTICAL_WIDE, 2, 6).prints().toList();

  @Test
  void findsEachPlaceOfAPrintAgainThroughItsSkin() {
    for (SeriesPrint print : PRINTS) {
      SkinMap map = print.truth().map();
      for (int y = 5; y < map.heightPx; y += 31) {
        for (int x = 5; x < map.widthPx; x += 31) {
          if (map.isTouched(x, y)) {
            Place there = map.image(map.skin(x, y)).orElseThrow();
            assertThat(Math.hypot(there.x() - x, there.y() - y)).isLessThan(0.05);
          }
        }
      }
    }
  }

  @Test
  void showsTheSameRidgesAtCorrespondingPlacesOfTwoPrints() {
    PrintTruth one = PRINTS.get(0).truth();
    int met = 0;
    for (SeriesPrint print : PRINTS.subList(1, 6)) {
      for (int y = 3; y < one.map().heightPx; y += 17) {
        Place place = new Place(300, y);
        Optional<Place> there = one.in(print.truth(), place);
        if (there.isPresent()) {
          double same = print.truth().ridge(there.get().x(), there.get().y());
          assertThat(same).isCloseTo(one.ridge(300, y), Offset.offset(0.02));
          met++;
        }
      }
    }
    assertThat(met).isGreaterThan(50);
  }

  @Test
  void overlapsItselfWhollyOtherTouchesPartlyAndOtherFingersNever() {
    PrintTruth one = PRINTS.get(0).truth();
    assertThat(one.overlap(one)).isEqualTo(1);
    assertThat(one.overlap(PRINTS.get(1).truth())).isBetween(0.05, 0.999);
    assertThat(one.overlap(PRINTS.get(6).truth())).isZero();
    assertThat(one.in(PRINTS.get(6).truth(), new Place(300, 200))).isEmpty();
  }

  @Test
  void bendsHeavilyOnceInAboutTenTouchesWhereSoAsked() {
    SensorStyle calm = SensorStyle.of(SensorKind.OPTICAL_WHITE, 4);
    SensorStyle none = calm.with(calm.handling().withHeavy(0));
    SensorStyle always = calm.with(calm.handling().withHeavy(1));
    assertThat(heavy(new PrintSeries(4, none, 1, 20))).isZero();
    assertThat(heavy(new PrintSeries(4, always, 1, 20))).isEqualTo(20);
    assertThat(heavy(new PrintSeries(4, calm, 1, 200))).isBetween(8L, 36L);
  }

  private static long heavy(PrintSeries series) {
    return series.prints().filter(print -> print.truth().isHeavilyBent()).count();
  }
}
