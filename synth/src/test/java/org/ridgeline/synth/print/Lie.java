package org.ridgeline.synth.print;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.machinezoo.sourceafis.FingerprintTemplate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How the minutiae of a set's prints lie: how many, of which kind, how near to one another.
final class Lie {
  private static final ObjectMapper CBOR = new ObjectMapper(new CBORFactory());

  private final List<Double> nearest = new ArrayList<>();
  private int prints;
  private int minutiae;
  private int endings;
  private int alike;

  private Lie() {}

  static Lie of(PrintSet set) throws IOException {
    Lie lie = new Lie();
    for (List<FingerprintTemplate> finger : set.fingers()) {
      for (FingerprintTemplate template : finger) {
        lie.add(CBOR.readTree(template.toByteArray()));
      }
    }
    return lie;
  }

  private void add(JsonNode template) {
    JsonNode xs = template.get("positionsX");
    JsonNode ys = template.get("positionsY");
    JsonNode directions = template.get("directions");
    prints++;
    minutiae += xs.size();
    for (int i = 0; i < xs.size(); i++) {
      endings += template.get("types").asText().charAt(i) == 'E' ? 1 : 0;
      double least = Double.MAX_VALUE;
      int next = -1;
      for (int j = 0; j < xs.size(); j++) {
        double away =
            Math.hypot(
                xs.get(i).asInt() - xs.get(j).asInt(), ys.get(i).asInt() - ys.get(j).asInt());
        if (j != i && away < least) {
          least = away;
          next = j;
        }
      }
      if (next >= 0) {
        nearest.add(least);
        double turn = directions.get(i).asDouble() - directions.get(next).asDouble();
        alike += Math.cos(turn) > 0 ? 1 : 0;
      }
    }
  }

  /// Share of ridge endings among the minutiae.
  double endings() {
    return (double) endings / minutiae;
  }

  /// A row of the second table of docs/synth.md.
  String row(String name) {
    return String.format(
        Locale.ROOT,
        "| %s | %.0f | %.0f %% | %.0f / %.0f / %.0f px | %.0f %% |",
        name,
        (double) minutiae / prints,
        100 * endings(),
        Scores.at(nearest, 0.25),
        Scores.at(nearest, 0.5),
        Scores.at(nearest, 0.75),
        100.0 * alike / nearest.size());
  }
}
