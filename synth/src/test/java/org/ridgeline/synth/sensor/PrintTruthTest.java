package org.ridgeline.synth.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.machinezoo.sourceafis.FingerprintImage;
import com.machinezoo.sourceafis.FingerprintImageOptions;
import com.machinezoo.sourceafis.FingerprintTemplate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.ridgeline.vocabulary.GrayImage;
import org.ridgeline.vocabulary.Minutia;

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
  void tellsWhereCoresAndDeltasLie() {
    for (SensorKind kind : SensorKind.values()) {
      for (SeriesPrint print : PrintSeries.of(8, kind, 4, 2).prints().toList()) {
        PrintTruth truth = print.truth();
        int most =
            switch (truth.pattern()) {
              case ARCH -> 0;
              case TENTED_ARCH, LEFT_LOOP, RIGHT_LOOP -> 1;
              case WHORL, DOUBLE_LOOP -> 2;
            };
        assertThat(truth.cores()).hasSizeLessThanOrEqualTo(most);
        assertThat(truth.deltas()).hasSizeLessThanOrEqualTo(most);
        assertThat(Stream.concat(truth.cores().stream(), truth.deltas().stream()))
            .allMatch(place -> truth.map().isTouched(place.x(), place.y()));
      }
    }
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

  @Test
  void movesTheRimOfAHeavyBendByTenToTwentyFivePixelsAndOfACalmOneByLess() {
    SensorStyle style = SensorStyle.of(SensorKind.OPTICAL_WHITE, 4);
    double calm = bent(style.with(style.handling().withHeavy(0)));
    double heavy = bent(style.with(style.handling().withHeavy(1)));
    assertThat(heavy).as("median of root mean squares at the rim").isBetween(10.0, 25.0);
    assertThat(calm).isLessThan(6);
  }

  private static double bent(SensorStyle style) {
    return new PrintSeries(4, style, 1, 41)
        .prints()
        .mapToDouble(print -> rim(print.truth()))
        .sorted()
        .skip(20)
        .findFirst()
        .orElseThrow();
  }

  /// How far the touched rim lies, root mean square, from where the movement, turn and growth that
  /// fit the whole touch best would put it.
  private static double rim(PrintTruth truth) {
    List<double[]> pairs = new ArrayList<>();
    List<double[]> rims = new ArrayList<>();
    for (int y = 0; y < truth.map().heightPx; y += 4) {
      for (int x = 0; x < truth.map().widthPx; x += 4) {
        double firm = truth.map().firmness(x, y);
        if (firm > 0) {
          Place skin = truth.map().skin(x, y);
          double[] pair = {x, y, skin.x(), skin.y()};
          pairs.add(pair);
          if (firm < 0.2) {
            rims.add(pair);
          }
        }
      }
    }
    double[] mean = new double[4];
    pairs.forEach(pair -> add(mean, pair, 1.0 / pairs.size()));
    double dot = 0;
    double cross = 0;
    double wide = 0;
    for (double[] pair : pairs) {
      wide += Math.pow(pair[0] - mean[0], 2) + Math.pow(pair[1] - mean[1], 2);
      dot += (pair[0] - mean[0]) * (pair[2] - mean[2]) + (pair[1] - mean[1]) * (pair[3] - mean[3]);
      cross +=
          (pair[0] - mean[0]) * (pair[3] - mean[3]) - (pair[1] - mean[1]) * (pair[2] - mean[2]);
    }
    double squares = 0;
    for (double[] pair : rims) {
      double x = pair[0] - mean[0];
      double y = pair[1] - mean[1];
      double offX = pair[2] - mean[2] - (dot * x - cross * y) / wide;
      double offY = pair[3] - mean[3] - (cross * x + dot * y) / wide;
      squares += offX * offX + offY * offY;
    }
    return Math.sqrt(squares / rims.size());
  }

  private static void add(double[] sum, double[] pair, double share) {
    for (int i = 0; i < 4; i++) {
      sum[i] += share * pair[i];
    }
  }

  private static long heavy(PrintSeries series) {
    return series.prints().filter(print -> print.truth().isHeavilyBent()).count();
  }

  @Test
  void knowsTheMinutiaeThatAForeignExtractorFindsInTheCleanPrint() throws IOException {
    int found = 0;
    int known = 0;
    int alike = 0;
    int truths = 0;
    for (SeriesPrint print : PRINTS) {
      JsonNode theirs = minutiae(print.truth().clean());
      List<Minutia> truth = print.truth().minutiae();
      truths += truth.size();
      for (int i = 0; i < theirs.get("positionsX").size(); i++) {
        Optional<Minutia> near = nearest(theirs, i, truth);
        found++;
        known += near.isPresent() ? 1 : 0;
        double way = theirs.get("directions").get(i).asDouble();
        alike += near.filter(minutia -> isAlike(way, minutia)).isPresent() ? 1 : 0;
      }
    }
    assertThat(found).isGreaterThan(20 * PRINTS.size());
    assertThat(known / (double) found).as("found there and true").isGreaterThan(0.95);
    assertThat(alike / (double) known).as("pointing the same way").isGreaterThan(0.9);
    // The other leaves out those at the rim and those that lie close together.
    assertThat(truths).as("true").isBetween(found, 2 * found);
  }

  private static JsonNode minutiae(GrayImage image) throws IOException {
    FingerprintImage pixels =
        new FingerprintImage(
            image.widthPx(),
            image.heightPx(),
            image.pixels(),
            new FingerprintImageOptions().dpi(500));
    return new ObjectMapper(new CBORFactory())
        .readTree(new FingerprintTemplate(pixels).toByteArray());
  }

  private static Optional<Minutia> nearest(JsonNode theirs, int index, List<Minutia> truth) {
    double x = theirs.get("positionsX").get(index).asDouble();
    double y = theirs.get("positionsY").get(index).asDouble();
    return truth.stream()
        .filter(minutia -> Math.hypot(minutia.x() - x, minutia.y() - y) < 9)
        .min(Comparator.comparingDouble(minutia -> Math.hypot(minutia.x() - x, minutia.y() - y)));
  }

  private static boolean isAlike(double direction, Minutia minutia) {
    return Math.cos(direction - minutia.direction() * 2 * Math.PI / 65_536) > 0.8;
  }
}
