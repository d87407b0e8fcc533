package org.ridgeline.bench.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.ridgeline.vocabulary.Template;

/// Prints and scores that a test makes up, without images.
final class Sample {
  private Sample() {}

  /// Prints of a set, `FINGER_IMPRESSION.png` from 1; a quality under 0 is a failure to extract.
  static List<Print> prints(int fingers, int impressions, IntUnaryOperator qualityOfFinger) {
    List<Print> prints = new ArrayList<>();
    for (int finger = 1; finger <= fingers; finger++) {
      for (int impression = 1; impression <= impressions; impression++) {
        prints.add(
            print(Path.of(finger + "_" + impression + ".png"), qualityOfFinger.applyAsInt(finger)));
      }
    }
    return prints;
  }

  static Print print(Path path, int quality) {
    Optional<Template> template =
        Optional.of(quality)
            .filter(q -> q >= 0)
            .map(q -> new Template(300, 300, 500, q, List.of()));
    return new Print(PrintFile.of(path, 500), template, Optional.empty());
  }

  /// Scores of all pairs, by the places of prints among all.
  static Compared compared(Pairs pairs, FakeComparer engine) {
    int size = pairs.prints().size();
    float[][] genuine = new float[size][];
    float[][] impostors = new float[size][];
    Comparer.Ready ready = engine.ready(List.of());
    for (int probe = 0; probe < size; probe++) {
      genuine[probe] = ready.scores(probe, pairs.genuine(probe));
      impostors[probe] = ready.scores(probe, pairs.impostors(probe));
    }
    return new Compared(
        engine.name(), genuine, impostors, engine.overlap(), new boolean[genuine.length]);
  }
}
