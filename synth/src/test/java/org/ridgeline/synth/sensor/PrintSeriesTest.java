package org.ridgeline.synth.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ridgeline.vocabulary.GrayImage;

class PrintSeriesTest {
  @ParameterizedTest
  @EnumSource(SensorKind.class)
  void givesTheSameBytesForTheSameSeedAndOthersForAnother(SensorKind kind) {
    List<SeriesPrint> once = PrintSeries.of(5, kind, 2, 2).finger(2);
    List<SeriesPrint> again = PrintSeries.of(5, kind, 7, 3).finger(2);
    assertThat(once).hasSize(2);
    for (int i = 0; i < 2; i++) {
      assertThat(again.get(i).image().pixels()).isEqualTo(once.get(i).image().pixels());
    }
    assertThat(once.get(0).image().pixels()).isNotEqualTo(once.get(1).image().pixels());
    GrayImage other = PrintSeries.of(6, kind, 2, 1).finger(2).getFirst().image();
    assertThat(other.pixels()).isNotEqualTo(once.get(0).image().pixels());
  }

  @Test
  void givesFingersInOrderEachWithItsImpressions() {
    List<SeriesPrint> prints = PrintSeries.of(1, SensorKind.CAPACITIVE, 2, 3).prints().toList();
    assertThat(prints).extracting(SeriesPrint::finger).containsExactly(1, 1, 1, 2, 2, 2);
    assertThat(prints).extracting(SeriesPrint::impression).containsExactly(1, 2, 3, 1, 2, 3);
    assertThat(prints.getFirst().image().widthPx()).isEqualTo(SensorKind.CAPACITIVE.widthPx());
  }

  @ParameterizedTest
  @EnumSource(SensorKind.class)
  void printsRidgesDarkWhereTheTruthHasThem(SensorKind kind) {
    int right = 0;
    int all = 0;
    for (SeriesPrint print : PrintSeries.of(3, kind, 3, 3).prints().toList()) {
      double ridges = mean(print, 0.5, 2);
      double valleys = mean(print, -2, -0.5);
      right += ridges + 8 < valleys ? 1 : 0;
      all++;
    }
    assertThat(right).as("prints whose ridges are darker than their valleys").isEqualTo(all);
  }

  private static double mean(SeriesPrint print, double from, double to) {
    double sum = 0;
    int count = 1;
    for (int y = 0; y < print.image().heightPx(); y++) {
      for (int x = 0; x < print.image().widthPx(); x++) {
        double ridge = print.truth().ridge(x, y);
        if (print.truth().map().firmness(x, y) > 0.2 && ridge > from && ridge < to) {
          sum += print.image().at(x, y);
          count++;
        }
      }
    }
    return sum / count;
  }

  @Test
  void showsTheSameFingersToTwoSensorsOfOneSeed() {
    PrintTruth white = first(SensorKind.OPTICAL_WHITE);
    PrintTruth chip = first(SensorKind.CAPACITIVE);
    assertThat(white.isOfOneFinger(chip)).isTrue();
    assertThat(white.overlap(chip)).isPositive();
    PrintTruth other = PrintSeries.of(7, SensorKind.CAPACITIVE, 1, 1).finger(1).getFirst().truth();
    assertThat(white.isOfOneFinger(other)).isFalse();
  }

  private static PrintTruth first(SensorKind kind) {
    return new PrintSeries(7, SensorStyle.of(kind, 1), 1, 1).finger(1).getFirst().truth();
  }

  @Test
  void refusesNoFingersAndNoImpressions() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PrintSeries.of(1, SensorKind.SWEEP, 0, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PrintSeries.of(1, SensorKind.SWEEP, 1, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PrintSeries.of(1, SensorKind.SWEEP, 1, 1).finger(2));
  }
}
