package org.ridgeline.oversight.report;

/// A table whose parts are not its total, or that lacks a compulsory row. It is not published.
public final class DoesNotAddUp extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// - **Shape** `message` names table, difference and what is missing
  public DoesNotAddUp(String message) {
    super(message);
  }
}
