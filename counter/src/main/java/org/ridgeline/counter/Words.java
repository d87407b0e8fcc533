package org.ridgeline.counter;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/// The words of the public pages in one language.
/// - **Shape** `code` as in the page's `lang`; `words` by key, the same keys in every language
record Words(String code, Map<String, String> words) {
  private static final List<String> CODES = List.of("en", "es", "fr", "zh-Hans", "vi", "ht");
  private static final Map<String, Words> ALL = all();

  private static Map<String, Words> all() {
    Map<String, Words> all = new LinkedHashMap<>();
    for (String code : CODES) {
      Properties properties = new Properties();
      String name = "words_" + code.replace('-', '_') + ".properties";
      try (var in = Words.class.getResourceAsStream(name);
          var reader =
              new InputStreamReader(Objects.requireNonNull(in, name), StandardCharsets.UTF_8)) {
        properties.load(reader);
      } catch (IOException e) {
        throw new UncheckedIOException(name, e);
      }
      Map<String, String> words = new LinkedHashMap<>();
      properties.forEach((key, value) -> words.put((String) key, (String) value));
      all.put(code, new Words(code, words));
    }
    return all;
  }

  /// All languages, English first.
  static List<Words> languages() {
    return List.copyOf(ALL.values());
  }

  /// The language somebody asked for by a link, else the one their browser prefers, else English.
  static Words of(Optional<String> asked, Optional<String> accepted) {
    return asked.flatMap(Words::known).or(() -> accepted.flatMap(Words::best)).orElseGet(Words::en);
  }

  private static Words en() {
    return Objects.requireNonNull(ALL.get("en"));
  }

  private static Optional<Words> known(String code) {
    String language = Locale.forLanguageTag(code).getLanguage();
    return ALL.values().stream()
        .filter(w -> Locale.forLanguageTag(w.code).getLanguage().equals(language))
        .findFirst();
  }

  private static Optional<Words> best(String accepted) {
    try {
      return Locale.LanguageRange.parse(accepted).stream()
          .map(range -> known(range.getRange()))
          .flatMap(Optional::stream)
          .findFirst();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// One word or sentence; templates name it.
  public String get(String key) {
    return Objects.requireNonNull(words.get(key), key);
  }

  /// A time as the language writes it.
  public String time(Instant at) {
    // Java knows no Haitian Creole dates; French ones are read there.
    Locale locale = Locale.forLanguageTag(code.equals("ht") ? "fr" : code);
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
            .withLocale(locale)
            .format(at.atOffset(ZoneOffset.UTC))
        + " UTC";
  }
}
