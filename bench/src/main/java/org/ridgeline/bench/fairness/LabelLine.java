package org.ridgeline.bench.fairness;

import java.util.ArrayList;
import java.util.List;

/// One line of a labels file, split into its cells (RFC 4180, no line break in a cell).
/// - **Shape** `number`: of the line, from 1
record LabelLine(int number, List<String> cells) {
  private static final int CELL_CHARS_MAX = 100;

  LabelLine {
    cells = List.copyOf(cells);
  }

  /// Splits a line.
  /// - **Error** an open quote, text after a quote, a cell too long or with control characters:
  ///   IllegalArgumentException
  static LabelLine of(String file, int number, String line) {
    List<String> cells = new ArrayList<>();
    int at = 0;
    while (at <= line.length()) {
      boolean isQuoted = at < line.length() && line.charAt(at) == '"';
      int end = isQuoted ? quoteEnd(file, number, line, at) : commaFrom(line, at);
      String cell = line.substring(at, end);
      String text = isQuoted ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
      cells.add(checked(file, number, cells.size() + 1, text.strip()));
      at = end + 1;
    }
    return new LabelLine(number, cells);
  }

  private static int commaFrom(String line, int at) {
    int comma = line.indexOf(',', at);
    return comma < 0 ? line.length() : comma;
  }

  /// After the quote that closes the one at a place.
  private static int quoteEnd(String file, int number, String line, int from) {
    int at = from + 1;
    while (at < line.length()) {
      if (line.charAt(at) != '"') {
        at++;
      } else if (at + 1 < line.length() && line.charAt(at + 1) == '"') {
        at += 2;
      } else if (at + 1 == line.length() || line.charAt(at + 1) == ',') {
        return at + 1;
      } else {
        throw bad(file, number, "column " + (at + 2), line.substring(at + 1), "a comma");
      }
    }
    throw bad(file, number, "column " + (from + 1), "an open quote", "a quote at its end");
  }

  private static String checked(String file, int number, int cell, String text) {
    if (text.length() > CELL_CHARS_MAX || text.chars().anyMatch(Character::isISOControl)) {
      String found = text.length() + " characters or a control character";
      throw bad(file, number, "cell " + cell, found, "0.." + CELL_CHARS_MAX + " characters");
    }
    return text;
  }

  /// What is wrong with a labels file, in one form.
  static IllegalArgumentException bad(
      String file, int line, String field, String found, String expected) {
    return new IllegalArgumentException(
        "labels=%s line=%d field=%s found=%s expected=%s"
            .formatted(file, line, field, found, expected));
  }
}
