package org.ridgeline.console.page;

import java.util.Locale;

/// What a word's colour means; finding nobody is as plain as finding somebody.
public enum Tone {
  PLAIN,
  WAIT,
  CALM,
  STRONG,
  CHECK,
  BAD;

  /// The name of the style sheet's class.
  public String css() {
    return name().toLowerCase(Locale.ROOT);
  }
}
