package org.ridgeline.chart.comparison;

import java.util.List;
import java.util.Locale;
import org.ridgeline.chart.canvas.Canvas;
import org.ridgeline.chart.canvas.Canvas.Anchor;
import org.ridgeline.chart.canvas.Canvas.Corner;
import org.ridgeline.chart.canvas.Canvas.Lettering;
import org.ridgeline.chart.canvas.Canvas.Pen;
import org.ridgeline.chart.canvas.Look;
import org.ridgeline.search.compare.Explanation;
import org.ridgeline.search.compare.Share;
import org.ridgeline.vocabulary.SingularPoint;

/// What stands beside the pictures of a comparison: the shares of the score, the comparison in
/// words, and what the marks and colours say.
final class ComparisonKey {
  private static final int LEFT = Panels.RIGHT_PX;
  private static final int ZERO = LEFT + 226;
  private static final int RIGHT = Panels.WIDE.widthPx() - 24;
  private static final int ROW = 27;
  private static final Lettering PLAIN = Lettering.PLAIN;

  private final Canvas canvas;
  private final String upper;
  private final String lower;
  private final Explanation explanation;

  ComparisonKey(Canvas canvas, String upper, String lower, Explanation explanation) {
    this.canvas = canvas;
    this.upper = upper;
    this.lower = lower;
    this.explanation = explanation;
  }

  void draw() {
    if (explanation.laying().isEmpty()) {
      aside(Panels.TOP_PX, "minutia");
      singular(Panels.TOP_PX + 22);
      return;
    }
    shares(Panels.TOP_PX);
    words(Panels.TOP_PX + 268);
    marks(Panels.TOP_PX + 268 + 92);
    inks(Panels.BELOW_PX);
    agreed(Panels.BELOW_PX + 128);
  }

  private void shares(int top) {
    canvas.words(new Corner(LEFT, top - 10), Anchor.START, "What makes the score", Panels.HEADING);
    List<Share> shares = explanation.shares();
    double most = shares.stream().mapToDouble(Share::points).max().orElse(0);
    double least = shares.stream().mapToDouble(Share::points).min().orElse(0);
    double wide = RIGHT - ZERO - 46;
    double left = 44;
    double scale = Math.min(wide / Math.max(10, most), left / Math.max(2, -least));
    int y = top + 4;
    for (Share share : shares) {
      double length = scale * share.points();
      boolean isFor = length >= 0;
      canvas.words(new Corner(LEFT, y + 13), Anchor.START, FeatureWords.of(share.feature()), PLAIN);
      canvas.fill(
          new Corner(isFor ? ZERO : ZERO + length, y),
          Math.abs(length),
          18,
          isFor ? Inks.UPPER_RGB : Inks.LOWER_RGB);
      canvas.words(
          new Corner(isFor ? ZERO + length + 6 : ZERO + 6, y + 13),
          Anchor.START,
          ComparisonWords.points("%+.1f", share.points()),
          PLAIN);
      y += ROW;
    }
    canvas.line(new Corner(ZERO, top), new Corner(ZERO, y - 4), new Pen(Look.AXIS_RGB, 1));
    canvas.words(new Corner(LEFT, y + 16), Anchor.START, "score, the sum of all", Panels.HEADING);
    canvas.words(
        new Corner(ZERO + 6, y + 16),
        Anchor.START,
        ComparisonWords.points("%.1f", explanation.score()),
        Panels.HEADING);
  }

  private void words(int y) {
    ComparisonWords words = new ComparisonWords(explanation);
    line(y, words.overlap() + ",");
    line(y + 20, words.grown());
    line(y + 40, words.minutiae());
  }

  private void line(int y, String text) {
    canvas.words(new Corner(LEFT, y), Anchor.START, text, PLAIN);
  }

  private void marks(int y) {
    canvas.ring(new Corner(LEFT + 10, y - 4), MarkedPrint.RADIUS, MarkedPrint.PAIRED);
    said(y, "minutia with a partner: same number in both");
    canvas.square(new Corner(LEFT + 10, y + 18), MarkedPrint.RADIUS - 1, MarkedPrint.ALONE);
    said(y + 22, "minutia that could have had one, and has none");
    aside(y + 44, "minutia away from what grew together");
    singular(y + 66);
  }

  private void aside(int y, String text) {
    canvas.ring(new Corner(LEFT + 10, y - 4), MarkedPrint.ASIDE_RADIUS, MarkedPrint.ASIDE);
    said(y, text);
  }

  private void singular(int y) {
    SingularMarks.draw(canvas, new Corner(LEFT + 4, y - 4), new SingularPoint.Core(0, 0, 0, 0));
    said(y, "core, with the way its loop opens");
    SingularMarks.draw(canvas, new Corner(LEFT + 10, y + 18), new SingularPoint.Delta(0, 0, 0, 0));
    said(y + 22, "delta");
  }

  private void inks(int y) {
    swatch(y + 8, Inks.UPPER_RGB, upper + " alone");
    swatch(y + 32, Inks.LOWER_RGB, lower + " alone, bent onto it");
    swatch(y + 56, 0x002A00, "ridge on ridge");
  }

  private void agreed(int y) {
    for (int i = 0; i < Inks.AGREED_RGB.length; i++) {
      int at = Inks.AGREED_RGB.length - 1 - i;
      double from = Inks.AGREED_FROM[at];
      String range =
          at == 0
              ? String.format(Locale.ROOT, "under %.2f", Inks.AGREED_FROM[1])
              : String.format(Locale.ROOT, "from %.2f", from);
      swatch(y + 24 * i, Inks.AGREED_RGB[at], i == 0 ? "agreement " + range + ", of 1" : range);
    }
    swatch(y + 24 * 5, Inks.SEEN_RGB, "only the print laid on the other shows ridges");
    line(y + 24 * 5 + 44, "Full squares grew together, small ones did not.");
  }

  private void swatch(int y, int rgb, String text) {
    canvas.fill(new Corner(LEFT, y), 20, 14, rgb);
    said(y + 12, text);
  }

  private void said(int y, String text) {
    canvas.words(new Corner(LEFT + 30, y), Anchor.START, text, PLAIN);
  }
}
