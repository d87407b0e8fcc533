package org.ridgeline.bench.evaluate;

import java.util.List;
import org.ridgeline.search.rank.Engine;
import org.ridgeline.vocabulary.Template;

/// The product of two signatures, as a comparison of its own: what 128 bytes of a finger can say.
final class SignatureProduct implements Comparer {
  @Override
  public String name() {
    return "signature";
  }

  @Override
  public Ready ready(List<Template> templates) {
    Engine engine = Engine.standard();
    List<byte[]> signatures =
        templates.parallelStream().map(t -> engine.store(t).signature()).toList();
    return (probe, references) -> {
      float[] scores = new float[references.length];
      for (int i = 0; i < scores.length; i++) {
        scores[i] = product(signatures.get(probe), signatures.get(references[i]));
      }
      return scores;
    };
  }

  private static int product(byte[] one, byte[] other) {
    int sum = 0;
    for (int d = 0; d < one.length; d++) {
      sum += one[d] * other[d];
    }
    return sum;
  }
}
