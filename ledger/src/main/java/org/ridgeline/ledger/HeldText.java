package org.ridgeline.ledger;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.ridgeline.vocabulary.Sha256;

/// A text that comes with the program and decides something, like a policy table: what it says is
/// recorded when a server first starts with it, and again whenever it starts with another.
/// - **Shape** `kind` like `casework.policy`, room first; `id` its version
public record HeldText(String kind, String id, String text) {
  Subject subject() {
    return Subject.Kind.RECORD.of(kind + "/" + id);
  }

  String room() {
    return kind.substring(0, kind.indexOf('.'));
  }

  /// Its digest, made as that of a row with the one column `text`.
  String digest() {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    byte[] value = Sha256.hex(utf8).getBytes(StandardCharsets.US_ASCII);
    return RecordRow.digest(kind, id, List.of("text"), List.of(Optional.of(value)));
  }
}
