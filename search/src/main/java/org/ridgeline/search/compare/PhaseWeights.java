package org.ridgeline.search.compare;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.ridgeline.search.decision.LearnedLines;

/// How much each part of the evidence weighs, and where that comes from.
/// - **Shape** `weights`: one a [Feature], in their order; `source`: data, date and command, for
///   people
/// - **Error** another number of weights: IllegalArgumentException
public record PhaseWeights(List<Double> weights, String source) {
  private static final String RESOURCE = "phase-weights.properties";

  public PhaseWeights {
    weights = List.copyOf(weights);
    if (weights.size() != Feature.values().length) {
      throw new IllegalArgumentException(
          "weights=" + weights.size() + " expected=" + Feature.values().length);
    }
  }

  /// Those this program was built with.
  /// - **Error** none there, or a line of them missing: IllegalStateException
  public static PhaseWeights load() {
    return of(LearnedLines.of(PhaseWeights.class, RESOURCE, "; make one with bench learn-ridges"));
  }

  /// Reads weights: lines of `key = value`.
  /// - **Error** a key missing: IllegalStateException; no number: IllegalArgumentException
  public static PhaseWeights read(InputStream in) throws IOException {
    return of(LearnedLines.read("phase weights", in));
  }

  private static PhaseWeights of(LearnedLines lines) {
    List<Double> weights = new ArrayList<>();
    for (Feature feature : Feature.values()) {
      weights.add(Double.parseDouble(lines.line(feature.name())));
    }
    return new PhaseWeights(weights, lines.line("source"));
  }

  /// The lines that [#read] takes.
  public String toLines() {
    StringBuilder lines = new StringBuilder("source = " + source + "\n");
    for (Feature feature : Feature.values()) {
      lines.append(feature).append(" = ").append(weights.get(feature.ordinal())).append('\n');
    }
    return lines.toString();
  }

  /// What each feature adds to the score.
  List<Share> shares(Evidence evidence) {
    double[] terms = Feature.terms(evidence);
    List<Share> shares = new ArrayList<>();
    for (Feature feature : Feature.values()) {
      int at = feature.ordinal();
      shares.add(new Share(feature, weights.get(at) * terms[at]));
    }
    return shares;
  }

  /// The score: all shares, added in their order.
  public float score(Evidence evidence) {
    double sum = 0;
    for (Share share : shares(evidence)) {
      sum += share.points();
    }
    return (float) sum;
  }

  /// The score as an integer, in tenths.
  public int tenths(Evidence evidence) {
    return Math.round(10 * score(evidence));
  }
}
