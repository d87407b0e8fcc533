package org.ridgeline.casework.desk;

import java.text.MessageFormat;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Casework's words in one language, from the message files beside this class.
public final class Words {
  /// The languages there are words in; the first is spoken where none of them is asked for.
  public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.of("es"));

  private static final String PLACE = Words.class.getPackageName() + ".";
  private static final Map<Locale, Words> KNOWN = new ConcurrentHashMap<>();

  private final Locale language;
  private final ResourceBundle refusals;

  private Words(Locale language) {
    this.language = language;
    refusals = bundle("refusals", language);
  }

  /// The words of a language.
  public static Words in(Locale asked) {
    Locale language =
        LANGUAGES.stream()
            .filter(known -> known.getLanguage().equals(asked.getLanguage()))
            .findFirst()
            .orElse(LANGUAGES.getFirst());
    return KNOWN.computeIfAbsent(language, Words::new);
  }

  private static ResourceBundle bundle(String name, Locale language) {
    return ResourceBundle.getBundle(
        PLACE + name,
        language,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /// What stands under a key, about something.
  /// - **Error** no such key: MissingResourceException
  public String say(String key, List<?> arguments) {
    Object[] said = arguments.stream().map(this::said).toArray();
    return new MessageFormat(refusals.getString(key), language).format(said);
  }

  /// A phrase.
  public String say(Phrase.Said phrase) {
    return say("phrase." + phrase.phrase().name(), phrase.arguments());
  }

  private String said(Object argument) {
    return switch (argument) {
      case Term term -> term(term);
      case Phrase.Said phrase -> say(phrase);
      case Collection<?> many -> many.stream().map(this::said).collect(Collectors.joining("; "));
      default -> String.valueOf(argument);
    };
  }

  private String term(Term term) {
    return language.equals(Locale.ENGLISH)
        ? term.words()
        : bundle("terms", language).getString(term.key());
  }
}
