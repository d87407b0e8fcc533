package org.ridgeline.oversight.track;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/// How long an answer took, in the bands that are published.
/// - **Source** domain facts 2.2: goals of ten seconds, minutes, two hours, a day
public enum Band {
  WITHIN_10_S("within 10 seconds", Duration.ofSeconds(10)),
  WITHIN_1_MIN("within 1 minute", Duration.ofMinutes(1)),
  WITHIN_10_MIN("within 10 minutes", Duration.ofMinutes(10)),
  WITHIN_2_H("within 2 hours", Duration.ofHours(2)),
  WITHIN_24_H("within 24 hours", Duration.ofHours(24)),
  LATER("later", Duration.ofSeconds(Long.MAX_VALUE));

  private final String words;
  private final Duration most;

  Band(String words, Duration most) {
    this.words = words;
    this.most = most;
  }

  /// As tables say it.
  public String words() {
    return words;
  }

  /// The name in files.
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The band of a name in files; none: IllegalArgumentException.
  public static Band ofKey(String key) {
    return Arrays.stream(values())
        .filter(band -> band.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("within=\"" + key + "\" is no time"));
  }

  /// The band of a time.
  public static Band of(Duration took) {
    return Arrays.stream(values())
        .filter(band -> took.compareTo(band.most) <= 0)
        .findFirst()
        .orElse(LATER);
  }
}
