package org.ridgeline.chart.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.extract.Extractor;
import org.ridgeline.search.compare.Explanation;
import org.ridgeline.search.compare.Feature;
import org.ridgeline.search.compare.Laying;
import org.ridgeline.search.compare.PhaseComparison;
import org.ridgeline.search.compare.PhaseComparison.Effort;
import org.ridgeline.search.compare.ReadyPrint;
import org.ridgeline.synth.print.FingerMaker;
import org.ridgeline.synth.print.Impression;
import org.ridgeline.synth.print.ImpressionStyle;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.GrayImage;
import org.ridgeline.vocabulary.Template;

class ComparisonPlotTest {
  private static final ComparedPrint PRINT = print("a<b.png", 1);
  private static final ComparedPrint MATE = print("mate.png", 2);
  private static final ComparisonPlot PLOT = compared(PRINT, MATE);

  @TempDir Path folder;

  @Test
  void svgNumbersEachPairInBothPrintsAndNamesEachFeature() throws Exception {
    Path file = folder.resolve("pair.svg");
    PLOT.write(file);
    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    String svg = Files.readString(file);
    Laying laying = PLOT.explanation().laying().orElseThrow();
    int pairs = laying.pairs().size();
    assertThat(pairs).isPositive();
    assertThat(svg.split(">" + pairs + "</text>", -1)).hasSize(3);
    assertThat(svg).doesNotContain(">" + (pairs + 1) + "</text>").contains("a&lt;b.png");
    assertThat(svg.split("<image ", -1)).hasSize(5);
    assertThat(svg).contains("core, with the way its loop opens", ">delta<");
    assertThat(Stream.of(Feature.values()).map(FeatureWords::of))
        .doesNotHaveDuplicates()
        .allSatisfy(words -> assertThat(svg).contains(words));
  }

  @Test
  void pngIsAsLargeAndHasBothInks() throws Exception {
    Path file = folder.resolve("pair.png");
    PLOT.write(file);
    BufferedImage image = ImageIO.read(file.toFile());
    assertThat(image.getWidth()).isEqualTo(2 * Panels.WIDE.widthPx());
    assertThat(image.getHeight()).isEqualTo(2 * Panels.WIDE.heightPx());
    int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, 2560);
    for (int rgb : new int[] {Inks.UPPER_RGB, Inks.LOWER_RGB, Inks.AGREED_RGB[4]}) {
      assertThat(Arrays.stream(pixels).anyMatch(pixel -> (pixel & 0xFFFFFF) == rgb)).isTrue();
    }
  }

  @Test
  void ridgesOfOneFingerAreMostlyDrawnOnEachOther() {
    Laying laying = PLOT.explanation().laying().orElseThrow();
    RidgeInk upper = new RidgeInk(PLOT.upper().ridges().waves());
    RidgeInk lower = new RidgeInk(PLOT.lower().ridges().waves());
    LaidPlaces places = new LaidPlaces(laying);
    int same = 0;
    int all = 0;
    for (int i = 0; i < laying.cells().size(); i++) {
      int x = 8 * (i % laying.columns());
      int y = 8 * (i / laying.columns());
      if (laying.cells().get(i).isGrown()) {
        places.at(x, y);
        all++;
        same += upper.at(x, y) > 0.5 == lower.at(places.x, places.y) > 0.5 ? 1 : 0;
      }
    }
    assertThat(same).isGreaterThan(all * 8 / 10);
  }

  @Test
  void cellCentresLieWhereTheComparisonSays() {
    Laying laying = PLOT.explanation().laying().orElseThrow();
    LaidPlaces places = new LaidPlaces(laying);
    Laying.Cell cell = laying.cells().get(3 * laying.columns() + 5);
    places.at(8 * 5 + 4, 8 * 3 + 4);
    assertThat((float) places.x).isEqualTo(cell.x());
    assertThat((float) places.y).isEqualTo(cell.y());
  }

  @Test
  void whereNothingCouldBeLaidThePrintsAloneAreShown() throws Exception {
    GrayImage white = GrayImage.of(40, 60, 500, white(2400));
    ComparedPrint blank =
        new ComparedPrint("blank.png", Optional.of(white), Extractor.extract(white));
    Path file = folder.resolve("none.svg");
    compared(PRINT, blank).write(file);
    assertThat(Files.readString(file))
        .contains("no way found to lay one on the other")
        .doesNotContain("What makes the score")
        .satisfies(svg -> assertThat(svg.split("<image ", -1)).hasSize(3));
  }

  @Test
  void aTallSheetShowsAllPanelsOneUnderTheOtherAndLeavesTheKeyToItsPage() {
    String svg = PLOT.svg(Panels.TALL);
    assertThat(svg.split("<image ", -1)).hasSize(5);
    assertThat(svg)
        .contains("width=\"458\"", "role=\"img\"", "<title>a&lt;b.png", "minutiae paired")
        .doesNotContain("What makes the score");
    assertThat(PLOT.svg(Panels.WIDE)).contains("What makes the score", PLOT.words().overlap());
  }

  @Test
  void withoutAnImageOfItsSizeAPrintsRidgesAreDrawn() {
    GrayImage other = GrayImage.of(40, 60, 500, white(2400));
    ComparedPrint bare = PRINT.on(Optional.of(other));
    assertThat(bare.image()).isEmpty();
    assertThat(PRINT.on(PRINT.image()).image()).isEqualTo(PRINT.image());
    String svg = compared(bare, MATE).svg(Panels.WIDE);
    assertThat(svg.split("<image ", -1)).hasSize(5);
    assertThat(svg).isNotEqualTo(PLOT.svg(Panels.WIDE));
  }

  @Test
  void sharesInWordsAddUpToTheSum() {
    double sum =
        PLOT.words().shares().stream()
            .mapToDouble(line -> Double.parseDouble(line.points().replace('\u2212', '-')))
            .sum();
    assertThat(sum).isCloseTo(Double.parseDouble(PLOT.words().sum()), within(0.5));
  }

  @Test
  void refusesATemplateWithoutRidgesAndCutsLongNames() {
    Template bare = new Template(40, 60, 500, 50, List.of());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ComparedPrint("bare", PRINT.image(), bare));
    ComparedPrint named = new ComparedPrint("n".repeat(400), PRINT.image(), PRINT.template());
    assertThat(named.name()).hasSize(ComparedPrint.NAME_MAX).endsWith("…");
  }

  private static ComparisonPlot compared(ComparedPrint one, ComparedPrint other) {
    Explanation explanation =
        new PhaseComparison(Effort.QUICK)
            .explain(ReadyPrint.of(one.template()), ReadyPrint.of(other.template()));
    return new ComparisonPlot(one, other, explanation);
  }

  private static ComparedPrint print(String name, int touch) {
    GrayImage image =
        Impression.of(
            FingerMaker.make(300, FingerPosition.RIGHT_MIDDLE), touch, ImpressionStyle.plain(70));
    return new ComparedPrint(name, Optional.of(image), Extractor.extract(image));
  }

  private static byte[] white(int size) {
    byte[] pixels = new byte[size];
    Arrays.fill(pixels, (byte) 255);
    return pixels;
  }
}
