package org.ridgeline.bench.evaluate;

import java.util.Optional;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.Template;

/// A print after extraction.
/// - **Shape** `template`: empty on failure to extract; `refused`: why the image could not be read
public record Print(PrintFile file, Optional<Template> template, Optional<FindingCode> refused) {
  boolean failed() {
    return template.isEmpty();
  }
}
