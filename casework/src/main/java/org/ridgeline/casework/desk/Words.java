package org.ridgeline.casework.desk;

import java.text.MessageFormat;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Words of refusals in one language, from the message files beside the class that refuses; phrases
/// and terms, which are casework's, from those beside this one.
public final class Words {
  /// The languages there are words in; the first is spoken where none of them is asked for.
  public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.of("es"));

  private static final Map<Spoken, Words> KNOWN = new ConcurrentHashMap<>();

  private record Spoken(Locale language, Class<?> beside) {}

  private final Locale language;
  private final ResourceBundle refusals;

  private Words(Spoken spoken) {
    language = spoken.language();
    refusals = bundle("refusals", language, spoken.beside());
  }

  /// Casework's words of a language.
  public static Words in(Locale asked) {
    return in(asked, Words.class);
  }

  /// The words of a language that stand beside a class.
  static Words in(Locale asked, Class<?> beside) {
    return KNOWN.computeIfAbsent(new Spoken(spoken(asked), beside), Words::new);
  }

  /// The language in which somebody is answered who asks for one.
  public static Locale spoken(Locale asked) {
    return LANGUAGES.stream()
        .filter(known -> known.getLanguage().equals(asked.getLanguage()))
        .findFirst()
        .orElse(LANGUAGES.getFirst());
  }

  private static ResourceBundle bundle(String name, Locale language, Class<?> beside) {
    return ResourceBundle.getBundle(
        beside.getPackageName() + "." + name,
        language,
        beside.getClassLoader(),
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
    String key = "phrase." + phrase.phrase().name();
    return in(language).say(key, phrase.arguments());
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
        : bundle("terms", language, Words.class).getString(term.key());
  }
}
