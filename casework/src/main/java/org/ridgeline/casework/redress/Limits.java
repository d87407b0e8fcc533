package org.ridgeline.casework.redress;

/// Numbers that bound redress; docs/limits.md says why each is what it is.
public final class Limits {
  /// Characters of what happened.
  public static final int ACCOUNT_CHARS_MAX = 4000;

  /// Characters of what should be done.
  public static final int WISH_CHARS_MAX = 1000;

  /// Characters of a name, contact, place or number.
  public static final int LINE_CHARS_MAX = 200;

  /// Items nobody has acknowledged yet; beyond, none is taken until some are.
  public static final int WAITING_MAX = 20_000;

  /// Characters of the reasons of a decision, at least and at most.
  public static final int REASONS_CHARS_MIN = 20;

  /// Characters of the reasons of a decision, at least and at most.
  public static final int REASONS_CHARS_MAX = 4000;

  /// Characters of what recipients are told.
  public static final int STATEMENT_CHARS_MAX = 1000;

  /// Items on one page of the queue.
  public static final int QUEUE_SHOWN_MAX = 200;

  private Limits() {}
}
