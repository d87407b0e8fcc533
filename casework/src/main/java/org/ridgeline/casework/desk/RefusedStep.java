package org.ridgeline.casework.desk;

import java.util.List;
import java.util.Locale;

/// A step or a read that casework does not allow: which rule forbids it, what it is about and what
/// to do instead. Nothing was changed.
/// - **Shape** `message` in English, for the person who tried: one or two sentences, no names
public final class RefusedStep extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Refusal.Code code;
  private final transient Said said;

  /// How a refusal is said in a language.
  private interface Said {
    String in(Locale locale);
  }

  /// - **Shape** `arguments` of the refusal's words: terms, phrases, numbers, days, or what
  ///   somebody typed; lists of them are set out with semicolons
  public RefusedStep(Refusal refusal, Object... arguments) {
    this(refusal.code(), said(refusal, List.of(arguments)));
  }

  /// A door's own refusal, in its own words.
  /// - **Shape** `what`: what is refused and why, a sentence; `todo`: what to do instead, a
  ///   sentence
  public RefusedStep(Refusal.Code code, String what, String todo) {
    this(code, _ -> what + " " + todo);
  }

  private RefusedStep(Refusal.Code code, Said said) {
    super(said.in(Locale.ENGLISH), null, false, false);
    this.code = code;
    this.said = said;
  }

  private static Said said(Refusal refusal, List<Object> arguments) {
    return locale -> {
      Words words = Words.in(locale);
      return words.say(refusal.name() + ".what", arguments)
          + " "
          + words.say(refusal.name() + ".todo", arguments);
    };
  }

  /// The rule that refused.
  public Refusal.Code code() {
    return code;
  }

  /// The kind of the rule.
  public Refusal.Kind kind() {
    return code.kind();
  }

  /// What is refused and what to do instead, in a language; in English where there are no words in
  /// that.
  public String message(Locale locale) {
    return said.in(locale);
  }
}
