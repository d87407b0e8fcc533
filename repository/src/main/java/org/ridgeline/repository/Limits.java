package org.ridgeline.repository;

/// Numbers that bound a repository; docs/limits.md says why each is what it is.
public final class Limits {
  /// Longest name, identifier or history text.
  public static final int TEXT_CHARS_MAX = 1000;

  /// Encounters read from the database at a time when a gallery follows its changes.
  public static final int GALLERY_BATCH = 500;

  /// Longest number of an order, or name of an authority, of an amendment.
  public static final int AUTHORITY_CHARS_MAX = 200;

  /// Longest reason of an amendment.
  public static final int REASON_CHARS_MAX = 1000;

  /// Encounters of a person, the newest, with which prints are compared one to one.
  public static final int VERIFIED_ENCOUNTERS_MAX = 20;

  private Limits() {}
}
