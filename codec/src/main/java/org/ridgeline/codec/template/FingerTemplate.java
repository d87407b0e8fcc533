package org.ridgeline.codec.template;

import java.util.List;
import org.ridgeline.vocabulary.SingularPoint;
import org.ridgeline.vocabulary.Template;

/// A template with the finger it is of, as exchange formats carry it, and its cores and deltas
/// where they are known.
///
/// Cores and deltas are written by [ExchangeFormat] alone, and never read: senders get those blocks
/// wrong that write good minutiae.
/// - **Limit** `fgp` 0 (unknown) to 10; `rolled` else plain
/// - **Unit** cores and deltas in pixels of the template
/// - **Source** ISO/IEC 19794-2:2005, 8; INCITS 378-2004, 6
public record FingerTemplate(
    int fgp, boolean rolled, Template template, List<SingularPoint> singular) {
  public FingerTemplate {
    if (fgp < 0 || fgp > 10) {
      throw new IllegalArgumentException("fgp=" + fgp + " limit=0..10");
    }
    singular = List.copyOf(singular);
  }

  /// One whose cores and deltas are not known.
  public FingerTemplate(int fgp, boolean rolled, Template template) {
    this(fgp, rolled, template, List.of());
  }
}
