package org.ridgeline.console.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Text that came from outside, as a page may show it: bytes that are no text are named as such.
public final class Legible {
  private static final Pattern SYMBOL = Pattern.compile("<([0-9A-F]{2})>|(.)", Pattern.DOTALL);
  private static final int CONTROLS_MIN = 2;
  private static final int TEXT_TO_A_CONTROL = 10;
  private static final int BYTES_SHOWN_MAX = 8;

  private Legible() {}

  /// The text itself; where at least two control characters, shown as `<1D>`, are more than a tenth
  /// of it, what it is and how it begins.
  public static String of(String text) {
    int controls = 0;
    List<Integer> symbols = new ArrayList<>();
    Matcher symbol = SYMBOL.matcher(text);
    while (symbol.find()) {
      boolean isControl = symbol.group(1) != null;
      controls += isControl ? 1 : 0;
      symbols.add(isControl ? Integer.parseInt(symbol.group(1), 16) : symbol.group(2).charAt(0));
    }
    if (controls < CONTROLS_MIN || TEXT_TO_A_CONTROL * controls < symbols.size()) {
      return text;
    }
    StringBuilder shown = new StringBuilder("bytes that are no text, beginning");
    for (int value : symbols.subList(0, Math.min(symbols.size(), BYTES_SHOWN_MAX))) {
      shown.append(String.format(Locale.ROOT, " %02X", value & 0xFF));
    }
    return shown.toString();
  }
}
