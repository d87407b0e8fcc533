package org.ridgeline.search.gallery;

import java.nio.file.Path;

/// A file of a gallery does not say what was written to it. Nothing of it may be used; what it held
/// is in its owner's database, from which a new gallery is filled.
public final class DamagedGalleryException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Path file;
  private final long offset;

  DamagedGalleryException(Path file, long offset, String what, String expected, String found) {
    super(
        "file="
            + file
            + " offset="
            + offset
            + " "
            + what
            + " expected="
            + expected
            + " found="
            + found
            + "; the gallery cannot be trusted: delete it, and fill a new one from the database");
    this.file = file;
    this.offset = offset;
  }

  static DamagedGalleryException sum(Path file, long offset, String what, int expected, int found) {
    return new DamagedGalleryException(
        file, offset, what + " CRC32C", Integer.toHexString(expected), Integer.toHexString(found));
  }

  /// The damaged file.
  public Path file() {
    return file;
  }

  /// Where in the file what is damaged begins, in bytes.
  public long offset() {
    return offset;
  }
}
