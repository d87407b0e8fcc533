package org.ridgeline.policy;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.ridgeline.policy.history.Grade;

/// Reads the text of a policy table, and collects all that is wrong with it.
final class TableText {
  static final List<String> COLUMNS =
      List.of(
          "row",
          "level",
          "codes",
          "grade",
          "sentence",
          "count",
          "offence",
          "source",
          "mark",
          "codes mark");

  private static final String AGGRAVATED = "aggravated";

  private final List<String> lines;
  private final int chars;
  private final List<TableFault> faults = new ArrayList<>();
  private final Map<String, String> head = new LinkedHashMap<>();
  private final Map<String, String> sources = new LinkedHashMap<>();
  private final List<PolicyRow> rows = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private boolean inRows;
  private int line;
  private String row = "";

  TableText(String text) {
    lines = text.lines().toList();
    chars = text.length();
  }

  TableRead read() {
    if (chars > Limits.TABLE_CHARS_MAX) {
      fault("", "at most " + Limits.TABLE_CHARS_MAX + " characters", chars + "");
      return new TableRead.Refused(faults);
    }
    for (String each : lines) {
      line++;
      row = "";
      String text = each.strip();
      if (!text.isEmpty() && !text.startsWith("#")) {
        if (inRows) {
          row(text);
        } else {
          head(text);
        }
      }
    }
    line = 0;
    row = "";
    whole();
    if (!faults.isEmpty()) {
      return new TableRead.Refused(faults);
    }
    return new TableRead.Accepted(
        new PolicyTable(
            head.get("version"),
            head.get("title"),
            LocalDate.parse(head.get("from")),
            head.getOrDefault("note", ""),
            sources,
            rows));
  }

  private void head(String text) {
    if (text.contains("|")) {
      List<String> columns = cells(text);
      if (!columns.equals(COLUMNS)) {
        fault("", String.join(" | ", COLUMNS), text);
      }
      inRows = true;
      return;
    }
    String[] parts = text.split("\\s+", 2);
    String value = parts.length > 1 ? parts[1] : "";
    switch (parts[0]) {
      case "version", "title", "from", "note" -> {
        if (value.isEmpty() || head.putIfAbsent(parts[0], value) != null) {
          fault(parts[0], "one value", value);
        }
      }
      case "source" -> {
        String[] named = value.split("\\s+", 2);
        if (named.length < 2 || sources.putIfAbsent(named[0], named[1]) != null) {
          fault("source", "a name given once, and what it stands for", value);
        }
      }
      default -> fault("", "version, title, from, note, source or the head of columns", text);
    }
  }

  private void row(String text) {
    List<String> cells = cells(text);
    row = cells.getFirst();
    if (cells.size() != COLUMNS.size()) {
      fault("", COLUMNS.size() + " columns", cells.size() + "");
      return;
    }
    if (!row.matches("[A-Za-z][A-Za-z0-9-]{0,19}") || !ids.add(row)) {
      fault("row", "a name of letters, digits and hyphens, each once", row);
    }
    int before = faults.size();
    Level level = cell(cells, 1, "1, 2 or 3", TableText::level);
    String codes = cell(cells, 2, "* or prefixes, !prefixes", c -> Codes.of(c).text());
    String graded = cell(cells, 3, "*, felony, misdemeanour or aggravated", TableText::graded);
    Optional<Integer> over = cell(cells, 4, "* or >DAYS", TableText::over);
    int count = cell(cells, 5, "1 to " + Limits.COUNT_MAX, TableText::count);
    String offence = cell(cells, 6, "words", TableText::words);
    String source = cell(cells, 7, "a source of the head", this::source);
    Mark mark = cell(cells, 8, "seen or unverified", TableText::mark);
    Mark codeMark = cell(cells, 9, "seen or unverified", TableText::mark);
    if (faults.size() == before) {
      var when =
          new PolicyRow.Conditions(codes, grade(graded), graded.equals(AGGRAVATED), over, count);
      rows.add(
          new PolicyRow(row, level, when, offence, new PolicyRow.Cited(source, mark, codeMark)));
    }
  }

  private static Optional<Grade> grade(String graded) {
    return graded.equals("*") || graded.equals(AGGRAVATED)
        ? Optional.empty()
        : Optional.of(Grade.valueOf(graded.toUpperCase(Locale.ROOT)));
  }

  private void whole() {
    for (String needed : List.of("version", "title", "from")) {
      if (!head.containsKey(needed)) {
        fault(needed, "one line of it", "none");
      }
    }
    if (!head.getOrDefault("version", "A").matches("[A-Za-z0-9][A-Za-z0-9.-]{0,19}")) {
      fault("version", "letters, digits, dots and hyphens", head.get("version"));
    }
    try {
      LocalDate.parse(head.getOrDefault("from", "2010-01-01"));
    } catch (DateTimeParseException _) {
      fault("from", "a date as 2010-06-30", head.get("from"));
    }
    if (rows.isEmpty() || rows.size() > Limits.ROWS_MAX) {
      fault("", "1 to " + Limits.ROWS_MAX + " rows that can be read", rows.size() + "");
    }
  }

  private <T> T cell(List<String> cells, int index, String expected, Function<String, T> read) {
    try {
      return read.apply(cells.get(index));
    } catch (IllegalArgumentException _) {
      fault(COLUMNS.get(index), expected, cells.get(index));
      return read.apply(SOUND.get(index));
    }
  }

  /// Stands in for a cell that cannot be read, so that the rest of its row can be looked at.
  private static final List<String> SOUND =
      List.of("X", "3", "*", "*", "*", "1", "any", "", "unverified", "unverified");

  private static Level level(String cell) {
    return switch (cell) {
      case "1" -> Level.LEVEL_1;
      case "2" -> Level.LEVEL_2;
      case "3" -> Level.LEVEL_3;
      default -> throw new IllegalArgumentException(cell);
    };
  }

  private static String graded(String cell) {
    return switch (cell) {
      case "*", "felony", "misdemeanour", AGGRAVATED -> cell;
      default -> throw new IllegalArgumentException(cell);
    };
  }

  private static Optional<Integer> over(String cell) {
    if (cell.equals("*")) {
      return Optional.empty();
    }
    if (!cell.matches(">[0-9]{1,5}")) {
      throw new IllegalArgumentException(cell);
    }
    return Optional.of(Integer.parseInt(cell.substring(1)));
  }

  private static int count(String cell) {
    int count = cell.matches("[0-9]{1,3}") ? Integer.parseInt(cell) : 0;
    if (count < 1 || count > Limits.COUNT_MAX) {
      throw new IllegalArgumentException(cell);
    }
    return count;
  }

  private static String words(String cell) {
    if (cell.isBlank()) {
      throw new IllegalArgumentException(cell);
    }
    return cell;
  }

  /// Empty only where it stands in.
  private String source(String cell) {
    if (!cell.isEmpty() && !sources.containsKey(cell)) {
      throw new IllegalArgumentException(cell);
    }
    return cell;
  }

  private static Mark mark(String cell) {
    return switch (cell) {
      case "seen" -> Mark.SEEN;
      case "unverified" -> Mark.UNVERIFIED;
      default -> throw new IllegalArgumentException(cell);
    };
  }

  private static List<String> cells(String text) {
    List<String> cells = new ArrayList<>();
    for (String cell : text.split("\\|", -1)) {
      cells.add(cell.strip());
    }
    return cells;
  }

  private void fault(String column, String expected, String found) {
    faults.add(new TableFault(line, row, column, expected, found));
  }
}
