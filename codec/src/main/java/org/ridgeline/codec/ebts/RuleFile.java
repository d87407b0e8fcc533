package org.ridgeline.codec.ebts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ridgeline.vocabulary.Severity;

/// Reads a rules file. How rows are written stands at the head of `itl.rules`.
/// - **Error** a row that cannot be read: IllegalArgumentException with file and line number
final class RuleFile {
  private static final Pattern FIELD =
      Pattern.compile("(\\d+(?:,\\d+)*)\\.(\\d+)\\s+(\\S+)\\s+(\\S+)\\s+(\\S+)(.*)");
  private static final Pattern TOT_FIELD =
      Pattern.compile("([A-Z0-9]+) 2\\.(\\d+)\\[(?:(M|O)|(\\d+)\\.\\.(\\d+))]");
  private static final Pattern TOT_RECORD =
      Pattern.compile("(T\\d+(?:\\+T\\d+)*)\\((\\d+)\\.\\.(\\d+)\\)");
  private static final int MANY = Integer.MAX_VALUE;

  private final Map<String, Check.OneOf> sets = new HashMap<>();
  private final Map<String, Check.Like> forms = new HashMap<>();
  private final List<FieldRule> fields = new ArrayList<>();
  private final Map<String, TotRule> tots = new LinkedHashMap<>();
  private final Map<Integer, String> unknowns = new TreeMap<>();
  private String source = "";
  private String tot = "";
  private String totTitle = "";
  private List<TotRule.RecordCount> totRecords = List.of();

  private RuleFile() {}

  static RuleFile of(String resource) {
    try (InputStream in = RuleFile.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException("no rules file " + resource);
      }
      return parse(resource, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static RuleFile parse(String name, String text) {
    RuleFile file = new RuleFile();
    String[] lines = text.split("\r?\n");
    for (int i = 0; i < lines.length; i++) {
      try {
        file.line(lines[i].strip());
      } catch (RuntimeException e) {
        throw new IllegalArgumentException(
            name + ":" + (i + 1) + ": " + e.getMessage() + ": " + lines[i], e);
      }
    }
    return file;
  }

  List<FieldRule> fields() {
    return fields;
  }

  Map<String, TotRule> tots() {
    return tots;
  }

  Map<Integer, String> unknowns() {
    return unknowns;
  }

  private void line(String line) {
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    int space = (line + " ").indexOf(' ');
    String rest = line.substring(Math.min(space, line.length())).strip();
    switch (line.substring(0, space)) {
      case "source" -> source = rest;
      case "set" -> set(rest);
      case "form" -> form(rest);
      case "unknown" -> unknown(rest);
      case "tot" -> {
        String[] parts = rest.split("\\s\\|\\s", 2);
        tot = parts[0].strip();
        totTitle = parts[1].strip();
      }
      case "records" -> totRecords = records(rest);
      case "fields" -> tots.put(tot, new TotRule(tot, totTitle, totRecords, counts(rest), source));
      default -> fields(line);
    }
  }

  private void set(String rest) {
    String[] parts = rest.split("=", 2);
    List<String> codes = new ArrayList<>();
    for (String word : parts[1].strip().split("\\s+")) {
      codes.addAll(codes(word));
    }
    sets.put(parts[0].strip(), new Check.OneOf(codes, words(parts[1].strip())));
  }

  /// A set's words, with the words of the sets it names in their place.
  private String words(String text) {
    List<String> words = new ArrayList<>();
    for (String word : text.split("\\s+")) {
      words.add(word.startsWith("@") ? named(word.substring(1)).words() : word);
    }
    return String.join(" ", words);
  }

  /// NAME = REGEX words that say it
  private void form(String rest) {
    String[] parts = rest.split("\\s*=\\s*", 2);
    String[] regexAndWords = parts[1].split("\\s+", 2);
    forms.put(parts[0], new Check.Like(Pattern.compile(regexAndWords[0]), regexAndWords[1]));
  }

  /// A code, a run of numbers `1..10`, or another set `@name`.
  private List<String> codes(String word) {
    if (word.startsWith("@")) {
      return named(word.substring(1)).codes();
    }
    if (word.matches("\\d+\\.\\.\\d+")) {
      String[] ends = word.split("\\.\\.");
      List<String> run = new ArrayList<>();
      for (int i = Integer.parseInt(ends[0]); i <= Integer.parseInt(ends[1]); i++) {
        run.add(String.valueOf(i));
      }
      return run;
    }
    return List.of(word);
  }

  private Check.OneOf named(String set) {
    Check.OneOf codes = sets.get(set);
    if (codes == null) {
      throw new IllegalArgumentException("no set " + set);
    }
    return codes;
  }

  private void fields(String line) {
    String[] columns = line.split("\\s\\|\\s", 3);
    Matcher head = FIELD.matcher(columns[0].strip());
    if (columns.length != 3 || !head.matches()) {
      throw new IllegalArgumentException("expected=tag mnemonic use occurs | items | clause");
    }
    Severity severity = Severity.ERROR;
    int[] versions = {0, MANY};
    for (String word : head.group(6).strip().split("\\s+")) {
      if (word.equals("warn")) {
        severity = Severity.WARNING;
      } else if (!word.isEmpty()) {
        versions = bounds(word, "-", 0);
      }
    }
    int[] occurs = bounds(head.group(5), "..", 1);
    for (String type : head.group(1).split(",")) {
      fields.add(
          new FieldRule(
              Integer.parseInt(type),
              Integer.parseInt(head.group(2)),
              head.group(3),
              Use.parse(head.group(4)),
              severity,
              occurs[0],
              occurs[1],
              versions[0],
              versions[1],
              items(columns[1].strip()),
              (source + " " + columns[2].strip()).strip()));
    }
  }

  /// "3", "1..4", "1..*"; "0500-", "-0400", "0500-0501".
  private static int[] bounds(String text, String dash, int least) {
    int at = text.indexOf(dash);
    if (at < 0) {
      return new int[] {Integer.parseInt(text), Integer.parseInt(text)};
    }
    String low = text.substring(0, at);
    String high = text.substring(at + dash.length());
    return new int[] {
      low.isEmpty() ? least : Integer.parseInt(low),
      high.isEmpty() || high.equals("*") ? MANY : Integer.parseInt(high)
    };
  }

  private List<FieldRule.Item> items(String column) {
    if (column.isEmpty() || column.equals("-")) {
      return List.of();
    }
    return Arrays.stream(column.split(";")).map(String::strip).map(this::item).toList();
  }

  /// 2.018 DOE,JOHN
  private void unknown(String rest) {
    String[] parts = rest.split("\\s+", 2);
    unknowns.put(Integer.parseInt(parts[0].substring(2)), parts[1].replace('^', (char) 0x1F));
  }

  private FieldRule.Item item(String text) {
    if (text.equals("*")) {
      return new FieldRule.Item("*", false, true, List.of());
    }
    String[] words = text.split("\\s+(?![^{]*})");
    List<Check> checks = new ArrayList<>();
    for (String word : Arrays.asList(words).subList(1, words.length)) {
      checks.add(check(word));
    }
    boolean optional = words[0].endsWith("?");
    String name = optional ? words[0].substring(0, words[0].length() - 1) : words[0];
    return new FieldRule.Item(name, !optional, false, checks);
  }

  private Check check(String word) {
    if (word.startsWith("@")) {
      return named(word.substring(1));
    }
    if (word.startsWith("{") && word.endsWith("}")) {
      String codes = word.substring(1, word.length() - 1);
      return new Check.OneOf(List.of(codes.split(",")), codes.replace(",", ", "));
    }
    if (forms.containsKey(word)) {
      return forms.get(word);
    }
    return Check.parse(word)
        .orElseThrow(() -> new IllegalArgumentException("unknown check " + word));
  }

  private static List<TotRule.RecordCount> records(String text) {
    List<TotRule.RecordCount> records = new ArrayList<>();
    if (text.equals("-")) {
      return records;
    }
    for (String word : text.split("\\s+")) {
      Matcher record = TOT_RECORD.matcher(word);
      if (!record.matches()) {
        throw new IllegalArgumentException("expected=T4(0..14), found=" + word);
      }
      records.add(
          new TotRule.RecordCount(
              Arrays.stream(record.group(1).split("\\+"))
                  .map(type -> Integer.parseInt(type.substring(1)))
                  .toList(),
              Integer.parseInt(record.group(2)),
              Integer.parseInt(record.group(3))));
    }
    return records;
  }

  private static Map<Integer, TotRule.FieldCount> counts(String text) {
    Map<Integer, TotRule.FieldCount> counts = new TreeMap<>();
    for (String entry : text.split(",\\s*")) {
      Matcher field = TOT_FIELD.matcher(entry.strip());
      if (!field.matches()) {
        throw new IllegalArgumentException("expected=NAM 2.018[M], found=" + entry);
      }
      boolean ranged = field.group(3) == null;
      int min = ranged ? Integer.parseInt(field.group(4)) : "M".equals(field.group(3)) ? 1 : 0;
      int max = ranged ? Integer.parseInt(field.group(5)) : 1;
      counts.put(
          Integer.parseInt(field.group(2)), new TotRule.FieldCount(field.group(1), min, max));
    }
    return counts;
  }
}
