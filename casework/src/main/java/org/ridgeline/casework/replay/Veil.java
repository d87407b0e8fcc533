package org.ridgeline.casework.replay;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes out of what people wrote whom it is about: every name that the case or a repository has,
/// every number and every date. What somebody wrote otherwise about a person stays: a text is
/// veiled, not anonymous.
final class Veil {
  /// What stands for a name.
  static final String NAME = "[name]";

  /// What stands for numbers and dates.
  static final String NUMBER = "[number]";

  /// Parts of names that are shorter are words of the language, too.
  private static final int NAME_PART_CHARS_MIN = 3;

  private static final Pattern DIGITS =
      Pattern.compile("\\d[\\d ./:-]{2,}\\d|\\b[A-Z]{1,3}\\d{2,}\\w*");

  private final Map<Pattern, String> words = new LinkedHashMap<>();

  /// - **Shape** `names` as they are written, "DOE,SAM"; `numbers` identifiers of any kind; `staff`
  ///   log-in names with what is said instead
  Veil(Collection<String> names, Collection<String> numbers, Map<String, String> staff) {
    longestFirst(numbers).forEach(number -> words.put(word(number), NUMBER));
    longestFirst(staff.keySet())
        .forEach(name -> words.put(word(name), staff.getOrDefault(name, NAME)));
    longestFirst(names).forEach(name -> words.put(word(name), NAME));
    List<String> parts =
        names.stream()
            .flatMap(name -> Pattern.compile("[^\\p{L}\\p{M}'-]+").splitAsStream(name))
            .filter(part -> part.length() >= NAME_PART_CHARS_MIN)
            .distinct()
            .toList();
    longestFirst(parts).forEach(part -> words.put(word(part), NAME));
  }

  private static List<String> longestFirst(Collection<String> texts) {
    return texts.stream()
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .distinct()
        .sorted(Comparator.comparing(String::length).reversed().thenComparing(text -> text))
        .toList();
  }

  private static Pattern word(String text) {
    return Pattern.compile(
        "(?<![\\p{L}\\p{M}\\p{N}])" + Pattern.quote(text) + "(?![\\p{L}\\p{M}\\p{N}])",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /// A text without them.
  String of(String text) {
    String veiled = text;
    for (Map.Entry<Pattern, String> word : words.entrySet()) {
      veiled = word.getKey().matcher(veiled).replaceAll(Matcher.quoteReplacement(word.getValue()));
    }
    return DIGITS.matcher(veiled).replaceAll(Matcher.quoteReplacement(NUMBER));
  }
}
