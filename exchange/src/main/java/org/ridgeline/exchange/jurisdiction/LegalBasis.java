package org.ridgeline.exchange.jurisdiction;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/// By what a jurisdiction takes part, and whether it must.
/// - **Shape** `documentSha256` of the document's bytes, 64 hexadecimal digits
/// - **Error** an end that is not after the beginning, no digest: IllegalArgumentException
public record LegalBasis(
    BasisKind kind,
    BasisStatus status,
    String title,
    String documentSha256,
    LocalDate from,
    Optional<LocalDate> to) {
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  public LegalBasis {
    title = RegisterText.checked("title", title);
    if (!DIGEST.matcher(documentSha256).matches()) {
      throw new IllegalArgumentException(
          "sha256=" + documentSha256 + " expected 64 hexadecimal digits");
    }
    LocalDate begin = from;
    to.filter(end -> !end.isAfter(begin))
        .ifPresent(end -> {
          throw new IllegalArgumentException("to=" + end + " expected after " + begin);
        });
  }

  /// Whether something can begin on it.
  public boolean holds() {
    return status != BasisStatus.SUSPENDED;
  }
}
