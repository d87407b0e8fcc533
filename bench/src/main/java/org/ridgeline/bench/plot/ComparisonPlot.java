package org.ridgeline.bench.plot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ridgeline.bench.plot.Canvas.Anchor;
import org.ridgeline.bench.plot.Canvas.Corner;
import org.ridgeline.bench.plot.Canvas.Lettering;
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
    PlotFile.write(file, Panels.WIDTH_PX, heightPx(), this::draw);
  }

  /// The print that was laid on the other.
  public ComparedPrint upper() {
    return explanation.isFirstUpper() ? first : second;
  }

  /// The print that it was laid on.
  public ComparedPrint lower() {
    return explanation.isFirstUpper() ? second : first;
  }

  private int heightPx() {
    return explanation.laying().isPresent() ? Panels.HEIGHT_PX : Panels.SHORT_PX;
  }

  private void draw(Canvas canvas) {
    canvas.fill(new Corner(0, 0), Panels.WIDTH_PX, heightPx(), 0xFFFFFF);
    canvas.words(
        new Corner(Panels.LEFT_PX, 40),
        Anchor.START,
        "Score " + ComparisonKey.points("%.1f", explanation.score()),
        Panels.TITLE);
    canvas.words(
        new Corner(Panels.LEFT_PX, 64),
        Anchor.START,
        explanation.laying().isPresent()
            ? upper().name() + " laid on " + lower().name()
            : first.name() + " and " + second.name() + ": no way found to lay one on the other",
        Lettering.PLAIN);
    Ridges above = upper().ridges();
    Ridges below = lower().ridges();
    prints(canvas, above, below);
    Optional<Laying> laying = explanation.laying();
    new ComparisonKey(canvas, upper().name(), lower().name(), explanation).draw();
    if (laying.isPresent()) {
      laid(canvas, above, below, laying.get());
    }
  }

  private void prints(Canvas canvas, Ridges above, Ridges below) {
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
    heading(canvas, Panels.LEFT_PX, Panels.TOP_PX, upper().name());
    heading(canvas, Panels.MIDDLE_PX, Panels.TOP_PX, lower().name());
    Frame left = frame(upper(), above, Panels.LEFT_PX, Panels.TOP_PX);
    Frame right = frame(lower(), below, Panels.MIDDLE_PX, Panels.TOP_PX);
    double scale = Math.min(left.scale(), right.scale());
    new MarkedPrint(
            upper(), left.in(new Corner(Panels.LEFT_PX, Panels.TOP_PX), Panels.SIDE_PX, scale))
        .draw(canvas, numbersAbove, laying.map(Laying::aloneUpper).orElse(List.of()));
    new MarkedPrint(
            lower(), right.in(new Corner(Panels.MIDDLE_PX, Panels.TOP_PX), Panels.SIDE_PX, scale))
        .draw(canvas, numbersBelow, laying.map(Laying::aloneLower).orElse(List.of()));
  }

  private void laid(Canvas canvas, Ridges above, Ridges below, Laying laying) {
    heading(canvas, Panels.LEFT_PX, Panels.BELOW_PX, "Ridges laid on each other");
    heading(canvas, Panels.MIDDLE_PX, Panels.BELOW_PX, "How well they agree, by cell");
    Frame frame = frame(upper(), above, Panels.LEFT_PX, Panels.BELOW_PX);
    RidgeInk upperInk = new RidgeInk(above.waves());
    RidgeInk lowerInk = new RidgeInk(below.waves());
    canvas.picture(
        frame.corner(),
        frame.scale() * frame.width(),
        frame.scale() * frame.height(),
        Inks.overlay(upperInk, lowerInk, laying, frame));
    Frame beside = frame(upper(), above, Panels.MIDDLE_PX, Panels.BELOW_PX);
    canvas.picture(
        beside.corner(),
        beside.scale() * beside.width(),
        beside.scale() * beside.height(),
        Inks.agreement(above.cells(), laying, beside));
  }

  private static Frame frame(ComparedPrint print, Ridges ridges, int x, int y) {
    Template template = print.template();
    return Frame.of(
        ridges.cells(), template.widthPx(), template.heightPx(), new Corner(x, y), Panels.SIDE_PX);
  }

  private static void heading(Canvas canvas, double x, double y, String words) {
    canvas.words(new Corner(x, y - 10), Anchor.START, words, Panels.HEADING);
  }
}
