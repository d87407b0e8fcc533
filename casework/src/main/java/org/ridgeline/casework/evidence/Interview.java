package org.ridgeline.casework.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.ridgeline.casework.desk.Field;

/// An interview with the person, or why there was none.
/// - **Shape** `heldOn` empty where none was held: then `content` is the reason and `language` is
///   empty
public record Interview(
    Optional<LocalDate> heldOn, String language, String content, String by, Instant at) {
  public Interview {
    content =
        Limits.text(heldOn.isPresent() ? Field.INTERVIEW_RECORD : Field.NO_INTERVIEW, content);
    language = heldOn.isPresent() ? Limits.line(Field.LANGUAGE, language) : "";
  }
}
