package org.ridgeline.bench.evaluate;

import java.util.List;
import org.ridgeline.search.gallery.PackedMinutiae;
import org.ridgeline.search.refine.EdgeIndex;
import org.ridgeline.search.refine.QuickComparer;
import org.ridgeline.vocabulary.Template;

/// The cascade's quick look at minutiae, as a comparison of its own.
/// - **Unit** eighths of a nat
final class QuickLook implements Comparer {
  @Override
  public String name() {
    return "quick";
  }

  @Override
  public Ready ready(List<Template> templates) {
    List<int[]> packed = templates.stream().map(PackedMinutiae::pack).toList();
    ThreadLocal<QuickComparer> comparers = ThreadLocal.withInitial(QuickComparer::new);
    return (probe, references) -> {
      EdgeIndex index = new EdgeIndex(packed.get(probe));
      float[] scores = new float[references.length];
      for (int i = 0; i < scores.length; i++) {
        int[] other = packed.get(references[i]);
        scores[i] = comparers.get().compare(index, other, other.length);
      }
      return scores;
    };
  }
}
