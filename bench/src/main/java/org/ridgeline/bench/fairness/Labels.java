package org.ridgeline.bench.fairness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ridgeline.bench.evaluate.SetPrint;

/// What is known of prints, fingers or persons beside their images: a CSV file with a header.
///
/// The first column says what a line is of: `file`, `finger` or `person`, named as file names do
/// (`057_3_1.tif`, `057_3`, `057`), with the folder before it where several folders have such a
/// name (`livescan/057`). A column `person` after it says whose fingers belong together. All other
/// columns are labels, each with any values.
/// - **Limit** [#BYTES_MAX], [#LINES_MAX], [#COLUMNS_MAX], [#VALUES_MAX]
public final class Labels {
  /// Most lines of a labels file: one for each print of ten full folders.
  public static final int LINES_MAX = 1_000_000;

  /// Most bytes of a labels file: so many lines of a hundred characters, and some more.
  public static final long BYTES_MAX = 128L << 20;

  /// Most columns of labels.
  public static final int COLUMNS_MAX = 20;

  /// Most values of one column: with more, groups are too small to say anything of.
  public static final int VALUES_MAX = 40;

  /// What a print is, where nobody says.
  public static final String UNKNOWN = "unknown";

  /// Columns that need no labels, and what stands for all prints in tables.
  private static final List<String> TAKEN = List.of("set", "quality", "position", "all");

  static final String PERSON = "person";
  private static final List<String> KEYS = List.of("file", "finger", PERSON);

  private final String name;
  private final List<String> header;
  private final Map<String, LabelLine> lines;

  private Labels(String name, List<String> header, Map<String, LabelLine> lines) {
    this.name = name;
    this.header = header;
    this.lines = lines;
  }

  /// No labels: groups are those that need none.
  public static Labels none() {
    return new Labels("", List.of(PERSON), Map.of());
  }

  /// Reads a file.
  /// - **Error** wrong contents: IllegalArgumentException with line, field, found and expected
  public static Labels read(Path file) throws IOException {
    if (Files.size(file) > BYTES_MAX) {
      throw new IllegalArgumentException(
          "labels=%s bytes=%d limit=0..%d".formatted(file, Files.size(file), BYTES_MAX));
    }
    try (Stream<String> lines = Files.lines(file)) {
      return of(file.toString(), lines.limit(LINES_MAX + 2L).toList());
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CharacterCodingException) {
        throw new IllegalArgumentException("labels=" + file + " expected text in UTF-8", e);
      }
      throw e.getCause();
    }
  }

  /// Reads lines, the header first.
  /// - **Error** as [#read(Path)]
  public static Labels of(String name, List<String> text) {
    if (text.isEmpty() || text.size() > LINES_MAX + 1) {
      String found = text.size() > LINES_MAX ? "more" : "no line";
      throw LabelLine.bad(name, 1, "header", found, "a header and at most " + LINES_MAX + " lines");
    }
    String first =
        text.getFirst().startsWith("\uFEFF") ? text.getFirst().substring(1) : text.getFirst();
    List<String> header = header(name, LabelLine.of(name, 1, first).cells());
    Map<String, LabelLine> lines = new HashMap<>();
    List<Set<String>> values =
        header.stream().map(_ -> (Set<String>) new HashSet<String>()).toList();
    for (int i = 1; i < text.size(); i++) {
      if (!text.get(i).isBlank()) {
        LabelLine line = LabelLine.of(name, i + 1, text.get(i));
        check(name, header, line, lines);
        lines.put(line.cells().getFirst(), line);
        checkValues(name, header, line, values);
      }
    }
    return new Labels(name, header, lines);
  }

  private static List<String> header(String name, List<String> header) {
    if (!KEYS.contains(header.getFirst())) {
      throw LabelLine.bad(name, 1, "column 1", header.getFirst(), "one of " + KEYS);
    }
    if (header.size() < 2 || header.size() > COLUMNS_MAX + 1) {
      String found = header.size() - 1 + " columns";
      throw LabelLine.bad(name, 1, "header", found, "1.." + COLUMNS_MAX + " after the first");
    }
    Set<String> seen = new HashSet<>(TAKEN);
    for (String column : header) {
      if (column.isEmpty() || !seen.add(column)) {
        String expected = "each name once, none empty, none of " + TAKEN;
        throw LabelLine.bad(name, 1, "header", '"' + column + '"', expected);
      }
    }
    return header;
  }

  private static void check(
      String name, List<String> header, LabelLine line, Map<String, LabelLine> before) {
    if (line.cells().size() != header.size()) {
      String found = line.cells().size() + " cells";
      throw LabelLine.bad(name, line.number(), "line", found, header.size() + " as the header");
    }
    String key = line.cells().getFirst();
    if (key.isEmpty()) {
      throw LabelLine.bad(name, line.number(), header.getFirst(), "nothing", "a name");
    }
    LabelLine same = before.get(key);
    if (same != null) {
      String found = key + ", as in line " + same.number();
      throw LabelLine.bad(name, line.number(), header.getFirst(), found, "each name once");
    }
  }

  private static void checkValues(
      String name, List<String> header, LabelLine line, List<Set<String>> values) {
    for (int i = 1; i < header.size(); i++) {
      if (header.get(i).equals(PERSON)) {
        continue;
      }
      values.get(i).add(value(header.get(i), line.cells().get(i)));
      if (values.get(i).size() > VALUES_MAX) {
        throw LabelLine.bad(
            name,
            line.number(),
            header.get(i),
            "value " + (VALUES_MAX + 1),
            "at most " + VALUES_MAX + " values: take bands");
      }
    }
  }

  /// The group of a cell: ages in years go into bands.
  private static String value(String column, String cell) {
    if (column.equals("age") && cell.matches("[0-9]{1,3}")) {
      return AgeBand.of(Integer.parseInt(cell));
    }
    return cell.isEmpty() ? UNKNOWN : cell;
  }

  /// Names of the columns of labels.
  List<String> columns() {
    return header.stream().skip(1).filter(column -> !column.equals(PERSON)).toList();
  }

  /// What a column says of each print.
  List<String> column(String column, List<SetPrint> prints) {
    int at = header.indexOf(column);
    return prints.stream()
        .map(print -> line(print).map(line -> value(column, line.cells().get(at))).orElse(UNKNOWN))
        .toList();
  }

  /// Whose a print is: by the column `person`, else by the file's name, else nobody says.
  /// - **Shape** a person of the column may be in several folders; one of a file's name is of its
  ///   folder, as another folder may count its own
  Optional<String> person(SetPrint print) {
    int at = header.lastIndexOf(PERSON);
    Optional<String> told =
        at < 1
            ? Optional.empty()
            : line(print).map(line -> line.cells().get(at)).filter(cell -> !cell.isEmpty());
    return told.map(cell -> "label/" + cell)
        .or(() -> print.person().map(person -> print.set() + "/" + person));
  }

  /// Lines that are of no print, in words; refuses labels that are of none at all, and names that
  /// several folders have.
  /// - **Error** IllegalArgumentException
  public List<String> unused(List<SetPrint> prints) {
    Map<String, String> setOf = new HashMap<>();
    Set<String> used = new LinkedHashSet<>();
    for (SetPrint print : prints) {
      key(print)
          .ifPresent(key -> {
            String full = print.set() + "/" + key;
            used.add(lines.containsKey(full) ? full : key);
            String other = setOf.putIfAbsent(key, print.set());
            if (!lines.containsKey(full)
                && lines.containsKey(key)
                && other != null
                && !other.equals(print.set())) {
              throw LabelLine.bad(
                  name,
                  lines.get(key).number(),
                  header.getFirst(),
                  key + ", which is in " + other + " and in " + print.set(),
                  full);
            }
          });
    }
    Predicate<LabelLine> isUsed = line -> used.contains(line.cells().getFirst());
    List<LabelLine> left =
        lines.values().stream()
            .filter(isUsed.negate())
            .sorted((a, b) -> Integer.compare(a.number(), b.number()))
            .toList();
    if (!lines.isEmpty() && left.size() == lines.size()) {
      LabelLine line = left.getFirst();
      String expected = key(prints.getFirst()).orElse("files named PERSON_FINGER_IMPRESSION");
      throw LabelLine.bad(
          name, line.number(), header.getFirst(), line.cells().getFirst(), "such as " + expected);
    }
    List<String> words = new ArrayList<>();
    if (!left.isEmpty()) {
      words.add(
          "labels=%s: %d lines are of no print, the first is line %d, %s %s"
              .formatted(
                  name,
                  left.size(),
                  left.getFirst().number(),
                  header.getFirst(),
                  left.getFirst().cells().getFirst()));
    }
    return words;
  }

  private Optional<LabelLine> line(SetPrint print) {
    return key(print)
        .flatMap(key ->
            Optional.ofNullable(lines.get(print.set() + "/" + key))
                .or(() -> Optional.ofNullable(lines.get(key))));
  }

  private Optional<String> key(SetPrint print) {
    return switch (header.getFirst()) {
      case "file" -> Optional.of(print.file());
      case "finger" -> Optional.of(print.finger());
      default -> print.person();
    };
  }
}
