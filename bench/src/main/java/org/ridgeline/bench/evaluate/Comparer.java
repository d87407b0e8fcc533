package org.ridgeline.bench.evaluate;

import java.util.List;
import java.util.Optional;
import org.ridgeline.vocabulary.Template;

/// An engine that compares prints one to one.
public interface Comparer {
  /// The engine's key in results.
  String name();

  /// What the engine takes of a print; empty on its failure to extract. Several threads ask.
  default Optional<Template> template(Print print) {
    return print.template();
  }

  /// Makes templates ready to be compared with each other, once for the whole run.
  Ready ready(List<Template> templates);

  /// Templates made ready. Several threads compare at the same time.
  interface Ready {
    /// Scores of one print, as the probe, with others; prints by their index, higher more alike.
    float[] scores(int probe, int[] references);
  }
}
