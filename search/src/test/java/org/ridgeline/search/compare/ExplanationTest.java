package org.ridgeline.search.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ridgeline.extract.ridge.RidgeReader;
import org.ridgeline.search.compare.PhaseComparison.Effort;
import org.ridgeline.synth.print.FingerMaker;
import org.ridgeline.synth.print.Impression;
import org.ridgeline.synth.print.ImpressionStyle;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.GrayImage;

class ExplanationTest {
  private static final ReadyPrint PRINT = touch(300, 1);
  private static final ReadyPrint MATE = touch(300, 2);
  private static final ReadyPrint STRANGER = touch(301, 1);
  private static final ReadyPrint BLANK = ready(GrayImage.of(100, 100, 500, new byte[10_000]));

  private final PhaseComparison comparison = new PhaseComparison(Effort.FULL);

  @Test
  void saysTheSameNumbersAsTheComparison() {
    for (ReadyPrint other : List.of(MATE, STRANGER, BLANK, PRINT)) {
      Explanation explanation = comparison.explain(PRINT, other);
      assertThat(explanation.evidence()).isEqualTo(comparison.compare(PRINT, other));
      assertThat(explanation.score()).isEqualTo(PhaseScore.of(explanation.evidence()));
    }
  }

  @Test
  void sharesAddUpToTheScoreEachFeatureOnce() {
    Evidence strange = new Evidence(30, -2, 4, 0.2f, 1.5f, 0.5f, 40, 9);
    for (Evidence evidence : List.of(comparison.compare(PRINT, MATE), strange, Evidence.NONE)) {
      List<Share> shares = PhaseScore.shares(evidence);
      assertThat(shares).extracting(Share::feature).containsExactly(Feature.values());
      double sum = shares.stream().mapToDouble(Share::points).sum();
      assertThat(sum).isCloseTo(PhaseScore.of(evidence), within(1e-4));
    }
    assertThat(PhaseScore.shares(strange))
        .filteredOn(share -> share.points() < 0)
        .extracting(Share::feature)
        .containsExactlyInAnyOrderElementsOf(
            EnumSet.of(Feature.AGREED, Feature.UNPAIRED, Feature.MISSED));
  }

  @Test
  void whichPrintIsNamedFirstChangesOnlyWhichIsTheUpper() {
    Explanation there = comparison.explain(PRINT, MATE);
    Explanation back = comparison.explain(MATE, PRINT);
    assertThat(back.isFirstUpper()).isNotEqualTo(there.isFirstUpper());
    assertThat(back.evidence()).isEqualTo(there.evidence());
    assertThat(back.laying()).isEqualTo(there.laying());
  }

  @Test
  void matesGrowTogetherOverMostOfWhatBothShow() {
    Laying laying = comparison.explain(PRINT, MATE).laying().orElseThrow();
    assertThat(laying.overlapMm2()).isBetween(40.0, 400.0);
    assertThat(laying.grownMm2()).isBetween(0.5 * laying.overlapMm2(), laying.overlapMm2());
  }

  @Test
  void pairsLieWhereTheUpperMinutiaCameToLie() {
    Explanation explanation = comparison.explain(PRINT, MATE);
    ReadyPrint upper = explanation.isFirstUpper() ? PRINT : MATE;
    ReadyPrint lower = explanation.isFirstUpper() ? MATE : PRINT;
    Laying laying = explanation.laying().orElseThrow();
    assertThat(laying.pairs()).hasSizeGreaterThan(8);
    for (Laying.Pair pair : laying.pairs()) {
      double dx = pair.x() - lower.x[pair.lower()];
      double dy = pair.y() - lower.y[pair.lower()];
      assertThat(pair.missPx()).isCloseTo((float) Math.hypot(dx, dy), within(0.01f));
      Laying.Cell cell =
          laying.cells().get(upper.cellAt(upper.x[pair.upper()], upper.y[pair.upper()]));
      assertThat(Math.hypot(cell.x() - pair.x(), cell.y() - pair.y())).isLessThan(16);
    }
  }

  @Test
  void noMinutiaIsBothPairedAndAlone() {
    Explanation explanation = comparison.explain(PRINT, MATE);
    Laying laying = explanation.laying().orElseThrow();
    assertThat(laying.pairs())
        .extracting(Laying.Pair::upper)
        .doesNotHaveDuplicates()
        .doesNotContainAnyElementsOf(laying.aloneUpper());
    assertThat(laying.pairs())
        .extracting(Laying.Pair::lower)
        .doesNotHaveDuplicates()
        .doesNotContainAnyElementsOf(laying.aloneLower());
    assertThat(laying.aloneUpper().size() + laying.aloneLower().size())
        .isGreaterThanOrEqualTo(explanation.evidence().unpaired());
  }

  @Test
  void whereNothingCouldBeLaidItSaysSo() {
    Explanation explanation = comparison.explain(BLANK, PRINT);
    assertThat(explanation.laying()).isEmpty();
    assertThat(explanation.score()).isZero();
    assertThat(explanation.shares()).extracting(Share::points).containsOnly(0.0);
  }

  private static ReadyPrint touch(int finger, int touch) {
    return ready(
        Impression.of(
            FingerMaker.make(finger, FingerPosition.RIGHT_MIDDLE),
            touch,
            ImpressionStyle.plain(70)));
  }

  private static ReadyPrint ready(GrayImage image) {
    return ReadyPrint.of(RidgeReader.read(image));
  }
}
