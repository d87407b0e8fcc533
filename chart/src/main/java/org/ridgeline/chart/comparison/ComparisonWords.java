package org.ridgeline.chart.comparison;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ridgeline.search.compare.Explanation;
import org.ridgeline.search.compare.Laying;

/// A comparison in words and numbers, as they stand in its picture and beside it.
public final class ComparisonWords {
  private final Explanation explanation;

  ComparisonWords(Explanation explanation) {
    this.explanation = explanation;
  }

  /// What one kind of evidence adds to the score.
  /// - **Shape** `points` with its sign
  public record Line(String words, String points) {}

  /// The kinds of evidence, in the order of their sum.
  public List<Line> shares() {
    return explanation.shares().stream()
        .map(share -> new Line(FeatureWords.of(share.feature()), points("%+.1f", share.points())))
        .toList();
  }

  /// The sum of all shares.
  public String sum() {
    return points("%.1f", explanation.score());
  }

  /// Whether a way was found to lay one print on the other.
  public boolean isLaid() {
    return explanation.laying().isPresent();
  }

  /// How much both prints show.
  public String overlap() {
    double overlap = explanation.laying().map(Laying::overlapMm2).orElse(0.0);
    return String.format(Locale.ROOT, "%.0f mm² seen in both prints", overlap);
  }

  /// How much of that agreed.
  public String grown() {
    Optional<Laying> laying = explanation.laying();
    double overlap = laying.map(Laying::overlapMm2).orElse(0.0);
    double grown = laying.map(Laying::grownMm2).orElse(0.0);
    double percent = overlap > 0 ? 100 * grown / overlap : 0;
    return String.format(Locale.ROOT, "%.0f %% of it grew together", percent);
  }

  /// What became of the minutiae.
  public String minutiae() {
    Optional<Laying> laying = explanation.laying();
    int pairs = laying.map(one -> one.pairs().size()).orElse(0);
    int alone = laying.map(one -> one.aloneUpper().size() + one.aloneLower().size()).orElse(0);
    return pairs + " minutiae paired, " + alone + " alone";
  }

  /// Points as text, with a minus sign of a digit's width and none before a zero.
  static String points(String form, double points) {
    String text = String.format(Locale.ROOT, form, points);
    return text.matches("[-+]0\\.0") ? "0.0" : text.replace('-', '\u2212');
  }
}
