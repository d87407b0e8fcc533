package org.ridgeline.bench.evaluate;

import java.util.List;
import org.ridgeline.vocabulary.Template;

/// Our minutiae alone, as templates from other systems are compared: what the ridges add is the
/// difference between this and [RidgeComparer].
/// - **Unit** SourceAFIS scores
final class MinutiaeComparer implements Comparer {
  @Override
  public String name() {
    return "minutiae";
  }

  @Override
  public Ready ready(List<Template> templates) {
    return new SourceAfisComparer().ready(templates);
  }
}
