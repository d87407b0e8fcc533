package org.ridgeline.ledger;

import java.util.regex.Pattern;

/// An action of an older or newer version.
record UnknownAction(String key) implements Action {
  private static final Pattern FORM = Pattern.compile("[a-z]+(\\.[a-z-]+)+");
  private static final int CHARS_MAX = 60;

  UnknownAction {
    if (key.length() > CHARS_MAX || !FORM.matcher(key).matches()) {
      throw new IllegalArgumentException("action=" + key + " expected words with dots");
    }
  }

  @Override
  public String toString() {
    return key;
  }
}
