package org.ridgeline.node.backup;

/// Numbers that bound a backup; docs/limits.md has them.
public final class Limits {
  /// Bytes sealed together: what a reader holds before it knows that they are what was written.
  public static final int CHUNK_BYTES = 1 << 20;

  /// Bytes of the line at a backup's beginning that says how it is sealed.
  public static final int HEADER_BYTES_MAX = 4096;

  /// Bytes of a manifest.
  public static final int MANIFEST_BYTES_MAX = 16 << 20;

  /// Bytes of a file that is read whole while nobody signs, such as a key; longer ones are read up
  /// to the length that they had then.
  static final int AT_ONCE_BYTES_MAX = 64 << 10;

  /// Files of a data folder in one backup.
  public static final int FILES_MAX = 1_000_000;

  private Limits() {}
}
