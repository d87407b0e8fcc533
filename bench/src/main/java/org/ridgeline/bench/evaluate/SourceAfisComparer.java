package org.ridgeline.bench.evaluate;

import com.machinezoo.sourceafis.FingerprintMatcher;
import java.util.List;
import org.ridgeline.search.gallery.FingerTemplate;
import org.ridgeline.vocabulary.Template;

/// SourceAFIS on our templates, each probe indexed once.
/// - **Unit** SourceAFIS scores
final class SourceAfisComparer implements Comparer {
  @Override
  public String name() {
    return "sourceafis";
  }

  @Override
  public Ready ready(List<Template> templates) {
    List<FingerTemplate> edges = templates.parallelStream().map(FingerTemplate::of).toList();
    return (probe, references) -> {
      FingerprintMatcher matcher = new FingerprintMatcher(edges.get(probe).edges());
      float[] scores = new float[references.length];
      for (int i = 0; i < scores.length; i++) {
        scores[i] = (float) matcher.match(edges.get(references[i]).edges());
      }
      return scores;
    };
  }
}
