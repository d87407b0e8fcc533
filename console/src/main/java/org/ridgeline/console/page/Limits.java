package org.ridgeline.console.page;

/// Numbers that bound the console; docs/limits.md says why each is what it is.
public final class Limits {
  /// Submissions on one page of the list.
  public static final int SUBMISSIONS_SHOWN_MAX = 100;

  /// Leads on the inbox's page.
  public static final int LEADS_SHOWN_MAX = 200;

  /// Cases on one page of the queue.
  public static final int CASES_SHOWN_MAX = 200;

  /// Steps of somebody's access shown on their page.
  public static final int LIFE_SHOWN_MAX = 50;

  /// Jurisdictions on the page of the register.
  public static final int JURISDICTIONS_SHOWN_MAX = 300;

  /// Waves on it.
  public static final int WAVES_SHOWN_MAX = 50;

  /// Changes of the register on it.
  public static final int CHANGES_SHOWN_MAX = 50;

  /// Prints decoded for pages at one time.
  public static final int PRINTS_AT_ONCE_MAX = 4;

  /// Bookings compared once more for pages at one time.
  public static final int SCORES_AT_ONCE_MAX = 2;

  /// Characters of the notice before log-in.
  public static final int NOTICE_CHARS_MAX = 8_000;

  /// Characters of a password.
  public static final int PASSWORD_CHARS_MIN = 12;

  /// Characters of a password.
  public static final int PASSWORD_CHARS_MAX = 200;

  /// Cases whose clocks the dashboard looks at, of each kind.
  public static final int CLOCKS_MAX = 500;

  /// Width of a dashboard's longest bar in pixels.
  public static final int BAR_WIDTH = 160;

  private Limits() {}
}
