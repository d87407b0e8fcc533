package org.ridgeline.repository;

import java.time.Duration;

/// Numbers that bound a repository; docs/limits.md says why each is what it is.
public final class Limits {
  /// Longest name, identifier or history text.
  public static final int TEXT_CHARS_MAX = 1000;

  /// Encounters read from the database at a time when a gallery follows its changes.
  public static final int GALLERY_BATCH = 500;

  /// Longest number of an order, or name of an authority, of an amendment.
  public static final int AUTHORITY_CHARS_MAX = 200;

  /// Longest reason of an amendment or an export.
  public static final int REASON_CHARS_MAX = 1000;

  /// Encounters of a person, the newest, with which prints are compared one to one.
  public static final int VERIFIED_ENCOUNTERS_MAX = 20;

  /// Longest name of who gets an export.
  public static final int RECEIVER_CHARS_MAX = 200;

  /// How long a proposed export waits for a second person.
  public static final Duration EXPORT_AGREEMENT_TIME = Duration.ofDays(7);

  /// How long after the agreement a run of an export may begin.
  public static final Duration EXPORT_RUN_TIME = Duration.ofDays(14);

  /// Encounters read at a time for an export.
  public static final int EXPORT_PAGE = 500;

  private Limits() {}
}
