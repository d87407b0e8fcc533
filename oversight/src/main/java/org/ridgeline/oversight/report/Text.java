package org.ridgeline.oversight.report;

import java.util.Locale;
import java.util.Optional;

/// Numbers and texts as pages write them.
public final class Text {
  private static final String HIDDEN = "hidden";

  private Text() {}

  /// A count with commas.
  public static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  static String count(Optional<Long> count) {
    return count.map(Text::count).orElse(HIDDEN);
  }

  static String decimals(double share) {
    return String.format(Locale.ROOT, "%.6f", share);
  }

  /// A share with one digit.
  public static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  /// A place in a drawing.
  public static String pixels(double at) {
    return String.format(Locale.ROOT, "%.1f", at);
  }

  /// With what means something in markup escaped.
  public static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
