package org.ridgeline.search.gallery;

import java.nio.file.Path;

/// Another gallery object, of this process or another, has the folder open.
public final class GalleryInUseException extends RuntimeException {
  private static final long serialVersionUID = 1;

  GalleryInUseException(Path folder) {
    super("folder=" + folder + " is open already, here or in another process; close that first");
  }
}
