package org.ridgeline.console.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/// A time as a page shows it, in UTC.
/// - **Shape** `iso` for machines, empty where it has not come; `text` "2026-11-23 15:27:20", or
///   what stands in its place; `after` how long after an earlier one, "+0.84 s", empty without one
public record Moment(String iso, String text, String after) {
  /// A time that is still to come.
  public static final Moment NOT_YET = new Moment("", "not yet", "");

  /// A time that will not come any more.
  public static final Moment NEVER = new Moment("", "–", "");

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
  private static final long HUNDREDTHS_SHOWN_SECONDS_MAX = 10;
  private static final long SECONDS_A_MINUTE = 60;
  private static final long MINUTES_AN_HOUR = 60;
  private static final long HOURS_A_DAY = 24;

  /// A moment as pages show it.
  public static Moment of(Instant at) {
    return new Moment(
        at.truncatedTo(ChronoUnit.MILLIS).toString(),
        SECONDS.format(at.atOffset(ZoneOffset.UTC)),
        "");
  }

  /// A moment as pages show it.
  public static Moment of(Optional<Instant> at) {
    return at.map(Moment::of).orElse(NOT_YET);
  }

  /// A time and how long after `start` it came.
  public static Moment after(Instant start, Optional<Instant> at) {
    return at.map(
            then -> {
              Moment moment = of(then);
              return new Moment(moment.iso, moment.text, "+" + span(Duration.between(start, then)));
            })
        .orElse(NOT_YET);
  }

  /// A duration in its largest unit and the one below it: each unit begins where the one before is
  /// full. The one way in which pages say how long something took or has to go.
  public static String span(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds < HUNDREDTHS_SHOWN_SECONDS_MAX) {
      return String.format(Locale.ROOT, "%.2f s", duration.toMillis() / 10 / 100.0);
    }
    if (seconds < SECONDS_A_MINUTE) {
      return seconds + " s";
    }
    if (duration.toMinutes() < MINUTES_AN_HOUR) {
      return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
    }
    if (duration.toHours() < HOURS_A_DAY) {
      return duration.toHours() + " h " + duration.toMinutesPart() + " min";
    }
    return duration.toDays() + " d " + duration.toHoursPart() + " h";
  }

  /// Whether it has come.
  public boolean isKnown() {
    return !iso.isEmpty();
  }
}
