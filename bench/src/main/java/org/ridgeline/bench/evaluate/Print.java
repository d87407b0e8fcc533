package org.ridgeline.bench.evaluate;

import java.util.Optional;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.Template;

/// A print after extraction.
/// - **Shape** `template`: ours, empty on failure to extract; `peer`: what SourceAFIS sees in the
///   same image; `refused`: why the image could not be read
public record Print(
    PrintFile file,
    Optional<Template> template,
    Optional<Template> peer,
    Optional<FindingCode> refused) {
  /// A print that no other extractor has seen.
  Print(PrintFile file, Optional<Template> template, Optional<FindingCode> refused) {
    this(file, template, Optional.empty(), refused);
  }

  boolean failed() {
    return template.isEmpty();
  }
}
