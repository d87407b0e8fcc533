package org.ridgeline.exchange.identify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ridgeline.exchange.submission.ProbeFinger;
import org.ridgeline.extract.Extractor;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.GrayImage;
import org.ridgeline.vocabulary.Template;

/// What the fingers of one slap gave: decoded once, cut, extracted one after the other.
record SlapFingers(SlapSource slap, List<ProbeFinger> fingers, List<Finding> findings) {
  static SlapFingers of(SlapSource slap, MemoryBudget memory) throws Exception {
    return memory.with(PrintSize.bytesMax(slap.image()), () -> of(slap));
  }

  private static SlapFingers of(SlapSource slap) {
    List<Finding> findings = new ArrayList<>();
    List<ProbeFinger> fingers = new ArrayList<>();
    Optional<GrayImage> image = PrintPixels.whole(slap.image(), findings);
    if (image.isPresent()) {
      SlapCut cut = SlapCut.of(image.get(), slap);
      findings.addAll(cut.findings());
      for (FingerSource source : cut.sources()) {
        PrintPixels.cut(image.get(), source, findings)
            .map(Extractor::extract)
            .ifPresent(template -> fingers.add(finger(source, template)));
      }
    }
    return new SlapFingers(slap, List.copyOf(fingers), List.copyOf(findings));
  }

  private static ProbeFinger finger(FingerSource source, Template template) {
    return new ProbeFinger(
        source.finger(), source.image().record(), template, Extractor.isUsable(template));
  }
}
