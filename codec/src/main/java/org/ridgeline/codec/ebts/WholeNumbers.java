package org.ridgeline.codec.ebts;

import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.ridgeline.codec.itl.ItlRecord;

/// Reads values as whole numbers of up to five digits.
final class WholeNumbers {
  private static final Pattern FIVE = Pattern.compile("[0-9]{1,5}");

  private WholeNumbers() {}

  /// The number that a field holds first; empty for anything else.
  static OptionalInt in(ItlRecord record, int field) {
    int number = record.value(field).map(WholeNumbers::of).orElse(-1);
    return number < 0 ? OptionalInt.empty() : OptionalInt.of(number);
  }

  /// The number that a text is; -1 for anything else.
  static int of(String text) {
    return FIVE.matcher(text).matches() ? Integer.parseInt(text) : -1;
  }
}
