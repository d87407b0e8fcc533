package org.ridgeline.search.compare;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

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
    try (InputStream in = PhaseWeights.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("no " + RESOURCE + "; make one with bench learn-ridges");
      }
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reads weights: lines of `key = value`.
  /// - **Error** a key missing: IllegalStateException; no number: IllegalArgumentException
  public static PhaseWeights read(InputStream in) throws IOException {
    Properties lines = new Properties();
    lines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    List<Double> weights = new ArrayList<>();
    for (Feature feature : Feature.values()) {
      weights.add(Double.parseDouble(line(lines, feature.name())));
    }
    return new PhaseWeights(weights, line(lines, "source"));
  }

  private static String line(Properties lines, String key) {
    String value = lines.getProperty(key);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException("phase weights: line '" + key + " = ...' missing");
    }
    return value.trim();
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
