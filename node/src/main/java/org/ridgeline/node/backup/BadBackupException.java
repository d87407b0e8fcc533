package org.ridgeline.node.backup;

import java.io.IOException;

/// A file that is no backup, not all of one, a changed one, or one that this key does not open.
public final class BadBackupException extends IOException {
  private static final long serialVersionUID = 1;

  public BadBackupException(String message) {
    super(message);
  }

  public BadBackupException(String message, Throwable cause) {
    super(message, cause);
  }
}
