package org.ridgeline.casework.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.ridgeline.casework.desk.Field;

/// A document attached to a case, without its bytes.
/// - **Shape** `isPrimary`: the record itself, not somebody's account of it; `issuedOn` the date it
///   bears; `sha256Hex` and `size` of its bytes
public record SourceDocument(
    UUID documentId, Head head, String sha256Hex, int size, String by, Instant at) {
  /// What whoever attaches a document says of it.
  public record Head(
      String title, boolean isPrimary, Reliability grade, LocalDate issuedOn, String mediaType) {
    public Head {
      title = Limits.line(Field.TITLE, title);
      if (!mediaType.matches("[a-z]{1,20}/[a-zA-Z0-9.+-]{1,80}")) {
        mediaType = "application/octet-stream";
      }
    }
  }
}
