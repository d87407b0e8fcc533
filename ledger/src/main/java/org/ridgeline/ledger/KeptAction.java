package org.ridgeline.ledger;

import java.util.regex.Pattern;

/// An action that the ledger has from an older or newer version.
public record KeptAction(String key) implements Action {
  private static final Pattern FORM = Pattern.compile("[a-z]+(\\.[a-z-]+)+");
  private static final int CHARS_MAX = 60;

  public KeptAction {
    if (key.length() > CHARS_MAX || !FORM.matcher(key).matches()) {
      throw new IllegalArgumentException("action=" + key + " expected words with dots");
    }
  }

  /// The action of a key, whoever wrote it.
  /// - **Error** no words with dots: IllegalArgumentException
  public static Action of(String key) {
    return ListedActions.ofKey(key)
        .<Action>map(listed -> listed)
        .orElseGet(() -> new KeptAction(key));
  }

  @Override
  public String toString() {
    return key;
  }
}
