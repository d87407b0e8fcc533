package org.ridgeline.outbox;

import java.time.Duration;

/// Numbers that bound the way of a fact; docs/limits.md says why each is what it is.
public final class Limits {
  /// Facts read at one time.
  public static final int READ_MAX = 500;

  /// Tries of one fact before it is set aside and those behind it go on.
  public static final int TRIES_MAX = 5;

  /// Facts set aside that are tried again at one look.
  public static final int ASIDE_AT_ONCE_MAX = 20;

  /// Longest wait between two tries of anything.
  public static final Duration RETRY_MAX = Duration.ofMinutes(5);

  /// Pieces of work of one loop whose failures are counted.
  public static final int FAILED_KEPT_MAX = 10_000;

  /// Characters kept of what went wrong.
  public static final int ERROR_CHARS_MAX = 300;

  private Limits() {}
}
