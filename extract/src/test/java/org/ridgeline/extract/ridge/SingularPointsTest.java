package org.ridgeline.extract.ridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.synth.print.FingerMaker;
import org.ridgeline.synth.print.Impression;
import org.ridgeline.synth.print.ImpressionStyle;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.GrayImage;
import org.ridgeline.vocabulary.PackedRidges;
import org.ridgeline.vocabulary.Ridges;
import org.ridgeline.vocabulary.SingularPoint;

class SingularPointsTest {
  /// Where legs run parallel, the smoothed course turns about a ridge above the rings' middle.
  private static final double NEAR_PX = 11;

  private static final GrayImage PRINT =
      Impression.of(FingerMaker.make(5, FingerPosition.RIGHT_INDEX), 1, ImpressionStyle.rolled(85));

  @ParameterizedTest
  @ValueSource(doubles = {7, 9, 11})
  void aLoopHasOneCoreThatPointsAlongItsLegs(double period) {
    List<SingularPoint> found = SingularPoints.of(Drawn.ridges(period, Drawn::loop));
    assertThat(found).hasSize(1);
    assertThat(found.getFirst()).isInstanceOf(SingularPoint.Core.class);
    assertNear(found.getFirst(), 0, 0);
    assertThat(found.getFirst().direction()).isCloseTo((float) (Math.PI / 2), within(0.15f));
    assertThat(found.getFirst().quality()).isGreaterThan(60);
  }

  @ParameterizedTest
  @ValueSource(doubles = {7, 9, 11})
  void aTurnedLoopPointsElsewhere(double period) {
    List<SingularPoint> found = SingularPoints.of(Drawn.ridges(period, (x, y) -> Drawn.loop(y, x)));
    assertThat(found).hasSize(1);
    assertNear(found.getFirst(), 0, 0);
    assertThat(Math.cos(found.getFirst().direction())).isGreaterThan(0.98);
  }

  @Test
  void aWhorlHasTwoCoresThatFaceEachOther() {
    List<SingularPoint> found = SingularPoints.of(Drawn.ridges(9, (x, y) -> Drawn.whorl(x, y, 60)));
    assertThat(found).hasSize(2).allMatch(SingularPoint.Core.class::isInstance);
    assertNear(found.get(0), 0, -30);
    assertNear(found.get(1), 0, 30);
    assertThat(Math.sin(found.get(0).direction())).isGreaterThan(0.98);
    assertThat(Math.sin(found.get(1).direction())).isLessThan(-0.98);
    assertThat(PatternHint.of(found)).isEqualTo(PatternHint.WHORL);
  }

  @ParameterizedTest
  @ValueSource(doubles = {7, 9, 11})
  void aDeltaPointsAlongItsFirstArm(double period) {
    List<SingularPoint> found = SingularPoints.of(Drawn.ridges(period, Drawn::delta));
    assertThat(found).hasSize(1);
    assertThat(found.getFirst()).isInstanceOf(SingularPoint.Delta.class);
    assertNear(found.getFirst(), 0, 0);
    // Arms at 30, 150 and 270 degrees.
    assertThat(found.getFirst().direction()).isCloseTo((float) (Math.PI / 6), within(0.1f));
  }

  private static void assertNear(SingularPoint point, double x, double y) {
    double off = Math.hypot(point.x() - Drawn.MIDDLE_PX - x, point.y() - Drawn.MIDDLE_PX - y);
    assertThat(off).as("%s", point).isLessThan(NEAR_PX);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.ridgeline.extract.ridge.RidgeReaderTest#hostile")
  void whatIsNoPrintHasNoneButRings(String name, GrayImage image) {
    List<SingularPoint> found = SingularPoints.of(Drawn.seen(image));
    if (name.equals("rings")) {
      assertThat(found).hasSize(2).allMatch(SingularPoint.Core.class::isInstance);
    } else {
      assertThat(found).isEmpty();
    }
  }

  @Test
  void whereThePrintLiesInTheImageIsNoMatter() {
    List<SingularPoint> plain = SingularPoints.of(Drawn.seen(PRINT));
    int margin = 64;
    int width = PRINT.widthPx() + 2 * margin;
    int height = PRINT.heightPx() + 2 * margin;
    byte[] pixels = new byte[width * height];
    for (int i = 0; i < pixels.length; i++) {
      int x = Math.clamp(i % width - margin, 0, PRINT.widthPx() - 1);
      int y = Math.clamp(i / width - margin, 0, PRINT.heightPx() - 1);
      pixels[i] = (byte) PRINT.at(x, y);
    }
    List<SingularPoint> framed =
        SingularPoints.of(Drawn.seen(GrayImage.of(width, height, 500, pixels)));
    assertThat(plain).isNotEmpty();
    assertThat(framed).hasSameSizeAs(plain);
    for (int i = 0; i < plain.size(); i++) {
      assertThat(framed.get(i).x() - margin).isCloseTo(plain.get(i).x(), within(2f));
      assertThat(framed.get(i).y() - margin).isCloseTo(plain.get(i).y(), within(2f));
    }
  }

  @Test
  void aTemplatesRidgesShowTheSame() {
    Ridges seen = Drawn.seen(PRINT);
    Ridges kept = PackedRidges.of(PRINT.widthPx(), PRINT.heightPx(), seen).unpacked();
    List<SingularPoint> there = SingularPoints.of(kept);
    List<SingularPoint> here = SingularPoints.of(seen);
    assertThat(there).hasSameSizeAs(here);
    for (int i = 0; i < here.size(); i++) {
      assertThat(there.get(i)).hasSameClassAs(here.get(i));
      assertThat(there.get(i).x()).isCloseTo(here.get(i).x(), within(6f));
      assertThat(there.get(i).y()).isCloseTo(here.get(i).y(), within(6f));
    }
  }

  /// The same on every machine: a change here is a change of the method.
  @Test
  void theSamePrintGivesTheSamePoints() {
    List<SingularPoint> found = SingularPoints.of(Drawn.seen(PRINT));
    assertThat(found.stream().map(SingularPointsTest::rounded))
        .containsExactly(
            "Core 234.0 252.0 98 60",
            "Core 221.1 278.0 290 51",
            "Delta 92.3 382.1 35 78",
            "Delta 351.2 382.0 28 81");
    assertThat(PatternHint.of(found)).isEqualTo(PatternHint.WHORL);
  }

  private static String rounded(SingularPoint point) {
    return String.format(
        Locale.ROOT,
        "%s %.1f %.1f %.0f %d",
        point.getClass().getSimpleName(),
        point.x(),
        point.y(),
        Math.toDegrees(point.direction()),
        point.quality());
  }

  @Test
  void qualityKeepsItsLimits() {
    assertThat(new SingularPoint.Core(0, 0, 0, 0).quality()).isZero();
    assertThat(new SingularPoint.Delta(0, 0, 0, 100).quality()).isEqualTo(100);
    assertThatThrownBy(() -> new SingularPoint.Core(0, 0, 0, 101))
        .hasMessage("quality=101 limit=0..100");
    assertThatThrownBy(() -> new SingularPoint.Delta(0, 0, 0, -1))
        .hasMessage("quality=-1 limit=0..100");
  }
}
