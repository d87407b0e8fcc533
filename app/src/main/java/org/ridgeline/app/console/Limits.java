package org.ridgeline.app.console;

/// Numbers that bound the console; docs/limits.md says why each is what it is.
final class Limits {
  /// Submissions on one page of the list.
  static final int SUBMISSIONS_SHOWN_MAX = 100;

  /// Leads on the inbox's page.
  static final int LEADS_SHOWN_MAX = 200;

  /// Cases on one page of the queue.
  static final int CASES_SHOWN_MAX = 200;

  /// Prints decoded for pages at one time.
  static final int PRINTS_AT_ONCE_MAX = 4;

  /// Characters of a password.
  static final int PASSWORD_CHARS_MIN = 12;

  /// Characters of a password.
  static final int PASSWORD_CHARS_MAX = 200;

  private Limits() {}
}
