package org.ridgeline.bench.evaluate;

import com.machinezoo.sourceafis.FingerprintMatcher;
import com.machinezoo.sourceafis.FingerprintTemplate;
import java.util.List;
import java.util.Optional;
import org.ridgeline.bench.peer.SourceAfisExtractor;
import org.ridgeline.bench.peer.SourceAfisMatcher;
import org.ridgeline.search.gallery.PackedMinutiae;
import org.ridgeline.vocabulary.Template;

/// SourceAFIS on the minutiae that it finds itself, each probe indexed once.
/// - **Unit** SourceAFIS scores
final class SourceAfisComparer implements Comparer {
  @Override
  public String name() {
    return "sourceafis";
  }

  @Override
  public Optional<Template> template(Print print) {
    return PrintImage.of(print.file())
        .image()
        .map(SourceAfisExtractor::extract)
        .filter(template -> !template.minutiae().isEmpty());
  }

  @Override
  public Ready ready(List<Template> templates) {
    List<int[]> packed = templates.stream().map(PackedMinutiae::pack).toList();
    List<FingerprintTemplate> edges =
        packed.parallelStream().map(p -> SourceAfisMatcher.template(p, p.length)).toList();
    return (probe, references) -> {
      FingerprintMatcher matcher = SourceAfisMatcher.matcher(packed.get(probe));
      float[] scores = new float[references.length];
      for (int i = 0; i < scores.length; i++) {
        scores[i] = (float) matcher.match(edges.get(references[i]));
      }
      return scores;
    };
  }
}
