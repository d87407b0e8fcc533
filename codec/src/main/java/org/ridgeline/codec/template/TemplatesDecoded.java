package org.ridgeline.codec.template;

import java.util.List;
import org.ridgeline.vocabulary.Finding;

/// What reading a template file gives.
/// - **Source** ISO/IEC 19794-2:2005, 8; INCITS 378-2004, 6
public sealed interface TemplatesDecoded {
  /// The fingers in it, in file order.
  record Decoded(ExchangeFormat format, List<FingerTemplate> fingers) implements TemplatesDecoded {
    public Decoded {
      fingers = List.copyOf(fingers);
    }
  }

  /// None, for this reason.
  record Undecodable(Finding finding) implements TemplatesDecoded {}
}
