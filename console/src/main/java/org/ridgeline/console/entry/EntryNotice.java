package org.ridgeline.console.entry;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ridgeline.console.page.Limits;
import org.ridgeline.vocabulary.Sha256;

/// What everybody agrees to before they log in, in the words of whoever runs the system.
/// - **Shape** `paragraphs` none where nothing is to be agreed to; `sha256` of the text, in hex:
///   what was agreed to, in forms and in the ledger
/// - **Source** notice before access: CJIS AC-8
public record EntryNotice(List<String> paragraphs, String sha256) {
  /// Nothing to agree to.
  public static final EntryNotice NONE = new EntryNotice(List.of(), "");

  public EntryNotice {
    paragraphs = List.copyOf(paragraphs);
  }

  /// The notice of a file: paragraphs with empty lines between them, in UTF-8.
  /// - **Limit** 1..`Limits.NOTICE_CHARS_MAX` characters; empty where it is none of that
  public static Optional<EntryNotice> of(byte[] file) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
      boolean isOne = !text.isBlank() && text.length() <= Limits.NOTICE_CHARS_MAX;
      return isOne
          ? Optional.of(new EntryNotice(paragraphs(text), Sha256.hex(file)))
          : Optional.empty();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static List<String> paragraphs(String text) {
    return Arrays.stream(text.strip().split("\\R\\s*\\R")).map(String::strip).toList();
  }

  /// Whether somebody who logs in must agree.
  public boolean isAsked() {
    return !paragraphs.isEmpty();
  }
}
