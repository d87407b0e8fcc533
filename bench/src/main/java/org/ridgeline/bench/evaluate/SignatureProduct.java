package org.ridgeline.bench.evaluate;

import java.lang.foreign.MemorySegment;
import java.util.List;
import org.ridgeline.search.kernel.Kernels;
import org.ridgeline.search.kernel.ProbeSignature;
import org.ridgeline.search.kernel.ScanKernel;
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
    ScanKernel kernel = Kernels.best();
    return (probe, references) -> {
      ProbeSignature signature = new ProbeSignature(signatures.get(probe));
      float[] scores = new float[references.length];
      for (int i = 0; i < scores.length; i++) {
        MemorySegment other = MemorySegment.ofArray(signatures.get(references[i]));
        scores[i] = kernel.product(other, 0, signature);
      }
      return scores;
    };
  }
}
