package org.ridgeline.repository;

/// The database has gone back behind its gallery: it was restored from a backup older than the
/// gallery's last change, whose numbers it will give out again for other things.
final class GalleryAheadException extends IllegalStateException {
  private static final long serialVersionUID = 1;

  GalleryAheadException(String message) {
    super(message);
  }
}
