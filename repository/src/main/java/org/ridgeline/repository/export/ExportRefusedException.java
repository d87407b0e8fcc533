package org.ridgeline.repository.export;

/// A step of an export that cannot be taken; the message says why, and what to do instead.
public final class ExportRefusedException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  public ExportRefusedException(String message) {
    super(message);
  }
}
