package org.ridgeline.casework.desk;

import java.util.List;
import java.util.Locale;

/// A step or a read that is not allowed: which rule forbids it, what it is about and what to do
/// instead. Nothing was changed.
/// - **Shape** `message` in English, for the person who tried: one or two sentences, no names
public final class RefusedStep extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason.Code code;
  private final transient Said said;

  /// How a refusal is said in a language.
  private interface Said {
    String in(Locale locale);
  }

  /// - **Shape** `arguments` of the refusal's words: terms, phrases, numbers, days, or what
  ///   somebody typed; lists of them are set out with semicolons
  public RefusedStep(Reason reason, Object... arguments) {
    this(reason.code(), said(reason, List.of(arguments)));
  }

  private RefusedStep(Reason.Code code, Said said) {
    super(said.in(Locale.ENGLISH), null, false, false);
    this.code = code;
    this.said = said;
  }

  private static Said said(Reason reason, List<Object> arguments) {
    return locale -> {
      Words words = Words.in(locale, reason.getDeclaringClass());
      return words.say(reason.name() + ".what", arguments)
          + " "
          + words.say(reason.name() + ".todo", arguments);
    };
  }

  /// The rule that refused.
  public Reason.Code code() {
    return code;
  }

  /// The kind of the rule.
  public Reason.Kind kind() {
    return code.kind();
  }

  /// What is refused and what to do instead, in a language; in English where there are no words in
  /// that.
  public String message(Locale locale) {
    return said.in(locale);
  }
}
