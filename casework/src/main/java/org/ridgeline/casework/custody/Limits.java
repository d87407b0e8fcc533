package org.ridgeline.casework.custody;

import java.time.Duration;

/// Numbers that bound the custody clock; docs/limits.md says why each is what it is.
public final class Limits {
  /// The longest limit a state may be configured with.
  public static final int HOLD_HOURS_MAX = 48;

  /// How far ahead a release or a sentence's end may lie.
  public static final Duration AHEAD_MAX = Duration.ofDays(36_525);

  /// How far back a reported moment may lie.
  public static final Duration BACK_MAX = Duration.ofDays(36_525);

  /// How far a clock elsewhere may run ahead of ours when something is reported as done.
  public static final Duration CLOCKS_APART_MAX = Duration.ofMinutes(5);

  /// Characters of a source, a reason, a custodian's name.
  public static final int TEXT_CHARS_MAX = 500;

  /// People shown on an agency's page.
  public static final int CUSTODIES_SHOWN_MAX = 500;

  /// Custodies the watch looks at in one go.
  public static final int WATCH_BATCH = 500;

  /// Longest time on a form that counts as work on it; what is longer was lunch.
  public static final Duration FORM_TIME_MAX = Duration.ofMinutes(10);

  private Limits() {}
}
