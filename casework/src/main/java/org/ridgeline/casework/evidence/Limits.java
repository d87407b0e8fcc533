package org.ridgeline.casework.evidence;

import java.time.Duration;
import org.ridgeline.casework.desk.Kept;
import org.ridgeline.casework.desk.Phrase;
import org.ridgeline.casework.desk.Refusal;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.casework.desk.Term;

/// Numbers that bound what a case rests on; docs/limits.md says why each is what it is.
public final class Limits {
  /// Characters of a title, a source or another line.
  public static final int LINE_CHARS_MAX = 200;

  /// Characters of a text.
  public static final int TEXT_CHARS_MAX = 8_000;

  /// Bytes of one source document.
  public static final int DOCUMENT_BYTES_MAX = 8 << 20;

  /// Documents of one case.
  public static final int DOCUMENTS_MAX = 100;

  /// Entries of one kind in one case: checks, facts, interviews, reviews.
  public static final int ENTRIES_MAX = 200;

  /// How long after the lead examiners should have looked.
  public static final Duration HIT_VERIFY_WITHIN = Duration.ofHours(72);

  /// How long a verified hit may support a determination.
  public static final Duration HIT_VALID_FOR = Duration.ofDays(365);

  /// How long a citizenship check may support a determination.
  public static final Duration CHECK_VALID_FOR = Duration.ofDays(90);

  private Limits() {}

  /// A line as it is kept.
  /// - **Error** blank, too long, or with control characters: RefusedStep
  public static String line(Term field, String text) {
    return checked(field, text.strip(), LINE_CHARS_MAX);
  }

  /// The words that an installation's own determination is called by.
  /// - **Error** as of a line: RefusedStep, which names the key
  public static String wordsOf(String key, String text) {
    return checked(Phrase.WORDS_OF.of(key), text.strip(), LINE_CHARS_MAX);
  }

  /// A text as it is kept.
  /// - **Error** blank, too long, or with a NUL: RefusedStep
  public static String text(Term field, String text) {
    return checked(field, text.strip().replace("\r\n", "\n"), TEXT_CHARS_MAX);
  }

  private static String checked(Object field, String text, int charsMax) {
    if (text.isEmpty()) {
      throw new RefusedStep(Refusal.FIELD_EMPTY, field);
    }
    if (text.length() > charsMax) {
      throw new RefusedStep(Refusal.FIELD_TOO_LONG, field, text.length(), charsMax);
    }
    boolean isLine = charsMax == LINE_CHARS_MAX;
    if (text.chars()
        .anyMatch(c -> Character.isISOControl(c) && (isLine || c != '\n' && c != '\t'))) {
      throw new RefusedStep(Refusal.FIELD_CONTROL_CHARACTERS, field);
    }
    return text;
  }

  /// Keeps one more entry within the limit.
  /// - **Error** there are as many already: RefusedStep
  public static void room(Kept what, int count, int max) {
    if (count >= max) {
      throw new RefusedStep(Refusal.CASE_IS_FULL, count, what);
    }
  }
}
