package org.ridgeline.codec.template;

import org.ridgeline.vocabulary.Template;

/// A template with the finger it is of, as exchange formats carry it.
/// - **Limit** `fgp` 0 (unknown) to 10; `rolled` else plain
public record FingerTemplate(int fgp, boolean rolled, Template template) {
  public FingerTemplate {
    if (fgp < 0 || fgp > 10) {
      throw new IllegalArgumentException("fgp=" + fgp + " limit=0..10");
    }
  }
}
