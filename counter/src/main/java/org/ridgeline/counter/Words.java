package org.ridgeline.counter;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Collectors;

/// The words of the public pages in one language.
/// - **Shape** `code` as in the page's `lang`; `words` by key, the same keys in every language
record Words(String code, Map<String, String> words) {
  private static final List<String> CODES = List.of("en", "es", "fr", "zh-Hans", "vi", "ht");
  private static final List<Words> ALL = CODES.stream().map(Words::in).toList();

  private static Words in(String code) {
    ResourceBundle file =
        ResourceBundle.getBundle(
            Words.class.getPackageName() + ".words",
            Locale.forLanguageTag(code),
            Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    return new Words(
        code, file.keySet().stream().collect(Collectors.toMap(key -> key, file::getString)));
  }

  /// All languages, English first.
  static List<Words> languages() {
    return ALL;
  }

  /// The language somebody asked for by a link, else the one their browser prefers, else English.
  static Words of(Optional<String> asked, Optional<String> accepted) {
    return asked.flatMap(Words::known).or(() -> accepted.flatMap(Words::best)).orElseGet(Words::en);
  }

  private static Words en() {
    return ALL.getFirst();
  }

  private static Optional<Words> known(String code) {
    String language = Locale.forLanguageTag(code).getLanguage();
    return ALL.stream()
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
