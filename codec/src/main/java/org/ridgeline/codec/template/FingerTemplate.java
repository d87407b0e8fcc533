package org.ridgeline.codec.template;

import org.ridgeline.vocabulary.Template;

/// A template with the finger it is of, as exchange formats carry it.
/// - **Limit** `fgp` 0 (unknown) to 10; `rolled` else plain
/// - **Source** ISO/IEC 19794-2:2005, 8; INCITS 378-2004, 6
public record FingerTemplate(int fgp, boolean rolled, Template template) {
  public FingerTemplate {
    if (fgp < 0 || fgp > 10) {
      throw new IllegalArgumentException("fgp=" + fgp + " limit=0..10");
    }
  }
}
