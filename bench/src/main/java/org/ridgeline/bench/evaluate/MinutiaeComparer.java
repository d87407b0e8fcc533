package org.ridgeline.bench.evaluate;

import java.util.List;
import org.ridgeline.search.gallery.PackedMinutiae;
import org.ridgeline.search.refine.MinutiaeComparison;
import org.ridgeline.search.refine.ReadyMinutiae;
import org.ridgeline.vocabulary.Template;

/// Our minutiae alone, as templates from other systems are compared: what the ridges add is the
/// difference between this and [RidgeComparer].
/// - **Unit** tenths of a nat, about
final class MinutiaeComparer implements Comparer {
  private static final ThreadLocal<MinutiaeComparison> COMPARISONS =
      ThreadLocal.withInitial(MinutiaeComparison::new);

  @Override
  public String name() {
    return "minutiae";
  }

  @Override
  public Ready ready(List<Template> templates) {
    List<ReadyMinutiae> prints =
        templates.stream().map(PackedMinutiae::pack).map(ReadyMinutiae::of).toList();
    return (probe, references) -> {
      float[] scores = new float[references.length];
      for (int i = 0; i < scores.length; i++) {
        scores[i] = COMPARISONS.get().compare(prints.get(probe), prints.get(references[i]));
      }
      return scores;
    };
  }
}
