package org.ridgeline.repository;

/// Numbers that bound a repository; docs/limits.md says why each is what it is.
public final class Limits {
  /// Longest name, identifier or history text.
  public static final int TEXT_CHARS_MAX = 1000;

  /// Encounters read from the database at a time when a gallery follows its changes.
  public static final int GALLERY_BATCH = 500;

  private Limits() {}
}
