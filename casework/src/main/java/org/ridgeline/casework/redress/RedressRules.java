package org.ridgeline.casework.redress;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The time limits of redress: data with a version, each with where it comes from. An item keeps
/// the deadlines of the version it came in under.
public final class RedressRules {
  private static final int COLUMNS = 5;

  private final String version;
  private final Map<String, Rule> rules;

  private RedressRules(String version, Map<String, Rule> rules) {
    this.version = version;
    this.rules = Map.copyOf(rules);
  }

  /// The rules that come with the program.
  public static RedressRules standard() {
    try (var in = RedressRules.class.getResourceAsStream("rules.tsv");
        var lines =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      return ofLines(lines.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException("rules.tsv", e);
    }
  }

  /// Rules from the lines of a table: a version line, then key, value, unit, source, note.
  /// - **Error** a line that is none, a rule twice or missing: IllegalArgumentException
  public static RedressRules ofLines(List<String> lines) {
    String version = "";
    Map<String, Rule> rules = new LinkedHashMap<>();
    for (String line : lines) {
      String[] cells = line.split("\t", -1);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (cells[0].equals("version")) {
        version = cells[1].strip();
      } else if (cells.length != COLUMNS) {
        throw new IllegalArgumentException("columns=" + cells.length + " in: " + line);
      } else {
        int value = Integer.parseInt(cells[1].strip());
        var rule =
            new Rule(cells[0], value, Rule.Unit.valueOf(cells[2]), cells[3], cells[4].strip());
        if (rules.put(rule.key(), rule) != null) {
          throw new IllegalArgumentException("twice: " + rule.key());
        }
      }
    }
    RedressRules made = new RedressRules(version, rules);
    Key.all().forEach(made::of);
    return made;
  }

  /// The names of the rules.
  static final class Key {
    static final String ACKNOWLEDGE = "acknowledge";
    static final String DECIDE = "decide";
    static final String URGENT_ACKNOWLEDGE = "urgent-acknowledge";
    static final String URGENT_DECIDE = "urgent-decide";
    static final String NOTICE = "correction-notice-acknowledge";
    static final String DELAY = "access-log-delay";

    private Key() {}

    static List<String> all() {
      return List.of(ACKNOWLEDGE, DECIDE, URGENT_ACKNOWLEDGE, URGENT_DECIDE, NOTICE, DELAY);
    }
  }

  /// One rule.
  public Rule of(String key) {
    Rule rule = rules.get(key);
    if (rule == null) {
      throw new IllegalArgumentException("no rule " + key);
    }
    return rule;
  }

  /// All rules, in no order.
  public List<Rule> all() {
    return Key.all().stream().map(this::of).toList();
  }

  public String version() {
    return version;
  }
}
