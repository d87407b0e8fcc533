package org.ridgeline.exchange.jurisdiction;

import java.time.LocalDate;

/// What the public was told, and when.
/// - **Shape** `words` of the notice, or the address where they are
public record PublicNotice(String words, LocalDate publishedOn) {
  public PublicNotice {
    words = RegisterText.checked("notice", words);
  }
}
