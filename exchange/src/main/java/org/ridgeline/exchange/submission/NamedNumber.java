package org.ridgeline.exchange.submission;

import java.util.List;
import org.ridgeline.codec.itl.TaggedRecord;

/// 2.014 FBI, by which a request names the person it is about.
public final class NamedNumber {
  /// The field of a Type-2.
  public static final int FIELD = 14;

  private NamedNumber() {}

  /// All numbers a record names; blanks name nobody.
  public static List<String> of(TaggedRecord two) {
    return two.values(FIELD).stream().filter(number -> !number.isBlank()).toList();
  }
}
