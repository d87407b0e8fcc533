package org.ridgeline.console.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ridgeline.chart.comparison.ComparisonPlot;
import org.ridgeline.chart.comparison.ComparisonWords;
import org.ridgeline.chart.comparison.FingerComparison.Scored;
import org.ridgeline.vocabulary.FingerPosition;

/// What the page of a score shows.
/// - **Shape** `search` score of the whole search, empty where it is not known; `otherOrder` empty
///   where fingers are what their labels say; `shown` empty where no finger is on both cards
/// - **Unit** scores in hundredths of a bit of log-likelihood ratio
record ScoreView(
    String repository,
    String search,
    String otherOrder,
    boolean isEnrolled,
    List<Line> lines,
    Optional<Shown> shown) {
  /// A finger that both cards have.
  record Line(int fgp, String label, String taken, Scored scored, boolean isShown) {
    /// What was compared of it.
    public String by() {
      return scored.isOfRidges() ? "ridges" : "minutiae only";
    }

    public int centibits() {
      return scored.centibits();
    }
  }

  /// The finger that is looked at; `words` empty where it has no ridges.
  record Shown(Line line, Optional<ComparisonWords> words) {}

  /// - **Shape** `asked`: a finger, or 0 for the one that scores best of those with ridges, else of
  ///   all
  static ScoreView of(ScoreReader reader, ScoreReader.Pair pair, int asked) {
    List<Scored> scores = reader.scores(pair);
    Optional<Integer> chosen = chosen(pair, scores, asked);
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < scores.size(); i++) {
      lines.add(line(pair.fingers().get(i), scores.get(i), chosen.get() == i));
    }
    return new ScoreView(
        pair.row().repository().key(),
        pair.row().score().map(String::valueOf).orElse(""),
        pair.row().otherOrder().orElse(""),
        pair.isEnrolled(),
        lines,
        chosen.map(i -> shown(reader, pair.fingers().get(i), lines.get(i))));
  }

  private static Optional<Integer> chosen(ScoreReader.Pair pair, List<Scored> scores, int asked) {
    Comparator<Integer> byRidges = Comparator.comparing(i -> scores.get(i).isOfRidges());
    return IntStream.range(0, scores.size())
        .boxed()
        .filter(i -> asked == 0 || pair.fingers().get(i).probe().finger().fgp() == asked)
        .max(byRidges.thenComparing(i -> scores.get(i).centibits()));
  }

  private static Line line(ScoreReader.Finger finger, Scored scored, boolean isShown) {
    FingerPosition label = finger.probe().finger();
    return new Line(
        label.fgp(),
        Character.toUpperCase(label.label().charAt(0)) + label.label().substring(1),
        finger.taken() == label ? "" : finger.taken().label(),
        scored,
        isShown);
  }

  private static Shown shown(ScoreReader reader, ScoreReader.Finger finger, Line line) {
    return new Shown(
        line,
        finger.hasRidges()
            ? Optional.of(reader.explained(finger)).map(ComparisonPlot::words)
            : Optional.empty());
  }
}
