package org.ridgeline.bench.evaluate;

import java.util.List;
import java.util.OptionalDouble;
import org.ridgeline.vocabulary.Template;

/// An engine whose scores a test says, by the places of prints among those made ready.
record FakeComparer(String name, Score score, OverlapEstimate overlap) implements Comparer {
  /// The score of two prints.
  interface Score {
    double of(int probe, int reference);
  }

  FakeComparer(String name, Score score) {
    this(name, score, (_, _) -> OptionalDouble.empty());
  }

  @Override
  public Ready ready(List<Template> templates) {
    return new Scoring(score, overlap);
  }

  private record Scoring(Score score, OverlapEstimate overlap) implements Ready, OverlapEstimate {
    @Override
    public float[] scores(int probe, int[] references) {
      float[] scores = new float[references.length];
      for (int i = 0; i < scores.length; i++) {
        scores[i] = (float) score.of(probe, references[i]);
      }
      return scores;
    }

    @Override
    public OptionalDouble overlapMm2(int probe, int reference) {
      return overlap.overlapMm2(probe, reference);
    }
  }
}
