package org.ridgeline.chart.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ridgeline.chart.comparison.FingerComparison.Scored;
import org.ridgeline.extract.Extractor;
import org.ridgeline.search.decision.Calibration;
import org.ridgeline.synth.print.FingerMaker;
import org.ridgeline.synth.print.Impression;
import org.ridgeline.synth.print.ImpressionStyle;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.Template;

class FingerComparisonTest {
  private static final FingerPosition FINGER = FingerPosition.RIGHT_MIDDLE;
  private static final Template PROBE = touch(300, 1);
  private static final Template MATE = touch(300, 2);
  private static final Template STRANGER = touch(301, 1);

  private final FingerComparison comparison = new FingerComparison();

  private static Template touch(long finger, int touch) {
    return Extractor.extract(
        Impression.of(FingerMaker.make(finger, FINGER), touch, ImpressionStyle.plain(70)));
  }

  private static Template bare(Template one) {
    return new Template(
        one.widthPx(), one.heightPx(), one.resolutionPpi(), one.quality(), one.minutiae());
  }

  @Test
  void aMateIsWorthMoreThanAStrangerByRidgesAsByMinutiae() {
    Scored mate = comparison.score(PROBE, MATE);
    assertThat(mate.isOfRidges()).isTrue();
    assertThat(mate.centibits()).isGreaterThan(comparison.score(PROBE, STRANGER).centibits());
    Scored byMinutiae = comparison.score(PROBE, bare(MATE));
    assertThat(byMinutiae.isOfRidges()).isFalse();
    assertThat(byMinutiae.centibits())
        .isGreaterThan(comparison.score(PROBE, bare(STRANGER)).centibits());
    assertThat(comparison.score(bare(PROBE), MATE).isOfRidges()).isFalse();
  }

  @Test
  void whatIsExplainedIsWhatIsScored() {
    ComparisonPlot plot =
        comparison.explain(
            new ComparedPrint("probe", Optional.empty(), PROBE),
            new ComparedPrint("record", Optional.empty(), MATE));
    int tenths = Math.round(10 * plot.explanation().score());
    assertThat(Calibration.load().ridges().at(tenths))
        .isCloseTo(comparison.score(PROBE, MATE).centibits(), within(30));
    assertThat(plot.words().isLaid()).isTrue();
  }
}
