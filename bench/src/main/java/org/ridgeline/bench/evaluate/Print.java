package org.ridgeline.bench.evaluate;

import java.util.Optional;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.Template;

/// A print after extraction.
/// - **Shape** `template`: empty on failure to extract; `refused`: why the image could not be read;
///   `disputed`: what its file states of its resolution against what was said
public record Print(
    PrintFile file,
    Optional<Template> template,
    Optional<Finding> refused,
    Optional<Finding> disputed) {
  /// A print of which nobody disputes anything.
  Print(PrintFile file, Optional<Template> template, Optional<Finding> refused) {
    this(file, template, refused, Optional.empty());
  }

  boolean failed() {
    return template.isEmpty();
  }
}
