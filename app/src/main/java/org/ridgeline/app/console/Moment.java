package org.ridgeline.app.console;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/// A time as a page shows it, in UTC; all texts empty where it has not come yet.
/// - **Shape** `iso` for machines; `text` "2026-11-23 15:27:20"; `after` how long after an earlier
///   one, "+0.84 s", empty where there is none
record Moment(String iso, String text, String after) {
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
  private static final long SECONDS_SHOWN_MAX = 90;
  private static final long MINUTES_SHOWN_MAX = 90;
  private static final long HOURS_SHOWN_MAX = 48;

  static Moment of(Instant at) {
    return new Moment(
        at.truncatedTo(ChronoUnit.MILLIS).toString(),
        SECONDS.format(at.atOffset(ZoneOffset.UTC)),
        "");
  }

  static Moment of(Optional<Instant> at) {
    return at.map(Moment::of).orElse(new Moment("", "", ""));
  }

  /// A time and how long after `start` it came.
  static Moment after(Instant start, Optional<Instant> at) {
    return at.map(
            then -> {
              Moment moment = of(then);
              return new Moment(moment.iso, moment.text, "+" + span(Duration.between(start, then)));
            })
        .orElse(new Moment("", "", ""));
  }

  /// A duration in the largest unit that still tells something.
  static String span(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds < SECONDS_SHOWN_MAX) {
      return String.format(Locale.ROOT, "%.2f s", duration.toMillis() / 1000.0);
    }
    if (duration.toMinutes() < MINUTES_SHOWN_MAX) {
      return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
    }
    if (duration.toHours() < HOURS_SHOWN_MAX) {
      return duration.toHours() + " h " + duration.toMinutesPart() + " min";
    }
    return duration.toDays() + " d " + duration.toHoursPart() + " h";
  }

  /// Whether it has come.
  public boolean isKnown() {
    return !iso.isEmpty();
  }
}
