package org.ridgeline.repository;

/// An amendment that cannot be made of the records as they are; the message says why, and what to
/// do instead.
public final class AmendmentRefusedException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  public AmendmentRefusedException(String message) {
    super(message);
  }
}
