package org.ridgeline.app;

import java.util.Optional;
import org.ridgeline.node.Settings;

/// How statistics are published, as `ridgeline.properties` says.
///
///     statistics.hide-below   counts below are hidden from the public, 10 unless set
record StatisticsSettings(int hideBelow) {
  static final String HIDE_BELOW = "statistics.hide-below";
  private static final int USUAL = 10;
  private static final int LEAST = 3;

  /// Reads what is set.
  /// - **Error** no number from 3 to 999: IllegalArgumentException
  static StatisticsSettings of(Settings settings) {
    Optional<String> text = settings.value(HIDE_BELOW);
    if (text.isEmpty()) {
      return new StatisticsSettings(USUAL);
    }
    if (!text.get().matches("[1-9][0-9]{0,2}") || Integer.parseInt(text.get()) < LEAST) {
      throw new IllegalArgumentException(
          settings.file()
              + ": "
              + HIDE_BELOW
              + "="
              + text.get()
              + " expected a whole number from 3 to 999");
    }
    return new StatisticsSettings(Integer.parseInt(text.get()));
  }
}
