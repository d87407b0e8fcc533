package org.ridgeline.chart.comparison;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ridgeline.chart.canvas.Canvas;
import org.ridgeline.chart.canvas.Canvas.Anchor;
import org.ridgeline.chart.canvas.Canvas.Corner;
import org.ridgeline.chart.canvas.Canvas.Lettering;
import org.ridgeline.chart.canvas.PlotFile;
import org.ridgeline.chart.canvas.Sheet;
import org.ridgeline.search.compare.Explanation;
import org.ridgeline.search.compare.Laying;
import org.ridgeline.vocabulary.Ridges;
import org.ridgeline.vocabulary.Template;

/// A comparison explained in one picture: both prints with their minutiae, one print's ridges laid
/// on the other's, where they agree, and what each feature adds to the score.
/// - **Shape** `explanation` of `first` compared with `second`
public record ComparisonPlot(ComparedPrint first, ComparedPrint second, Explanation explanation) {
  /// Writes the picture, as SVG or PNG by the file's name.
  public void write(Path file) throws IOException {
    PlotFile.write(file, sheet(Panels.WIDE), canvas -> draw(canvas, Panels.WIDE));
  }

  /// The picture as SVG.
  public String svg(Panels panels) {
    return PlotFile.svg(sheet(panels), canvas -> draw(canvas, panels));
  }

  private Sheet sheet(Panels panels) {
    ComparisonWords words = words();
    String title =
        "%s, score %s: %s".formatted(heading(), words.sum(), words.minutiae().replace(",", " and"));
    return new Sheet(title, panels.widthPx(), heightPx(panels));
  }

  /// The comparison in words.
  public ComparisonWords words() {
    return new ComparisonWords(explanation);
  }

  /// The print that was laid on the other.
  public ComparedPrint upper() {
    return explanation.isFirstUpper() ? first : second;
  }

  /// The print that it was laid on.
  public ComparedPrint lower() {
    return explanation.isFirstUpper() ? second : first;
  }

  private String heading() {
    return explanation.laying().isPresent()
        ? upper().name() + " laid on " + lower().name()
        : first.name() + " and " + second.name() + ": no way found to lay one on the other";
  }

  private int heightPx(Panels panels) {
    return explanation.laying().isPresent() ? panels.heightPx() : panels.shortPx();
  }

  private void draw(Canvas canvas, Panels panels) {
    canvas.fill(new Corner(0, 0), panels.widthPx(), heightPx(panels), 0xFFFFFF);
    canvas.words(
        new Corner(Panels.LEFT_PX, 40),
        Anchor.START,
        "Score " + ComparisonWords.points("%.1f", explanation.score()),
        Panels.TITLE);
    canvas.words(new Corner(Panels.LEFT_PX, 64), Anchor.START, heading(), Lettering.PLAIN);
    Ridges above = upper().ridges();
    Ridges below = lower().ridges();
    prints(canvas, above, below, panels);
    if (panels.hasKey()) {
      new ComparisonKey(canvas, upper().name(), lower().name(), explanation).draw();
    }
    explanation.laying().ifPresent(laying -> laid(canvas, above, below, laying, panels));
  }

  private void prints(Canvas canvas, Ridges above, Ridges below, Panels panels) {
    Optional<Laying> laying = explanation.laying();
    Map<Integer, Integer> numbersAbove = new HashMap<>();
    Map<Integer, Integer> numbersBelow = new HashMap<>();
    List<Laying.Pair> pairs =
        laying.map(Laying::pairs).orElse(List.of()).stream()
            .sorted(
                Comparator.comparingInt(
                    (Laying.Pair pair) -> upper().template().minutiae().get(pair.upper()).y()))
            .toList();
    for (Laying.Pair pair : pairs) {
      numbersAbove.put(pair.upper(), numbersAbove.size() + 1);
      numbersBelow.put(pair.lower(), numbersBelow.size() + 1);
    }
    Corner left = panels.corners().get(0);
    Corner right = panels.corners().get(1);
    heading(canvas, left, upper().name());
    heading(canvas, right, lower().name());
    Frame ofUpper = frame(upper(), above, left);
    Frame ofLower = frame(lower(), below, right);
    double scale = Math.min(ofUpper.scale(), ofLower.scale());
    new MarkedPrint(upper(), above, ofUpper.in(left, Panels.SIDE_PX, scale))
        .draw(canvas, numbersAbove, laying.map(Laying::aloneUpper).orElse(List.of()));
    new MarkedPrint(lower(), below, ofLower.in(right, Panels.SIDE_PX, scale))
        .draw(canvas, numbersBelow, laying.map(Laying::aloneLower).orElse(List.of()));
  }

  private void laid(Canvas canvas, Ridges above, Ridges below, Laying laying, Panels panels) {
    Corner left = panels.corners().get(2);
    Corner right = panels.corners().get(3);
    heading(canvas, left, "Ridges laid on each other");
    heading(canvas, right, "How well they agree, by cell");
    Frame frame = frame(upper(), above, left);
    RidgeInk upperInk = new RidgeInk(above.waves());
    RidgeInk lowerInk = new RidgeInk(below.waves());
    frame.draw(canvas, Inks.overlay(upperInk, lowerInk, laying, frame));
    Frame beside = frame(upper(), above, right);
    beside.draw(canvas, Inks.agreement(above.cells(), laying, beside));
  }

  private static Frame frame(ComparedPrint print, Ridges ridges, Corner panel) {
    Template template = print.template();
    return Frame.of(ridges.cells(), template.widthPx(), template.heightPx(), panel, Panels.SIDE_PX);
  }

  private static void heading(Canvas canvas, Corner panel, String words) {
    canvas.words(new Corner(panel.x(), panel.y() - 10), Anchor.START, words, Panels.HEADING);
  }
}
