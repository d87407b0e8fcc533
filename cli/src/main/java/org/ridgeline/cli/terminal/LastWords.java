package org.ridgeline.cli.terminal;

/// What happens with what no thread of a server catches: a plain exception is said; an error ends
/// the process at once, with a line and an exit code of its own, rather than leave half a server.
public final class LastWords {
  private LastWords() {}

  /// From now on, in every thread of this process.
  public static void install() {
    Thread.setDefaultUncaughtExceptionHandler(LastWords::said);
  }

  private static void said(Thread thread, Throwable thrown) {
    try {
      System.err.println(
          "ridgeline: thread \""
              + thread.getName()
              + "\": "
              + thrown
              + (isEnd(thrown) ? "; this process ends, start it again" : ""));
      thrown.printStackTrace();
    } finally {
      if (isEnd(thrown)) {
        // Not exit: what it would run may need what is broken.
        Runtime.getRuntime().halt(ExitCode.BROKEN);
      }
    }
  }

  private static boolean isEnd(Throwable thrown) {
    return thrown instanceof Error
        && !(thrown instanceof StackOverflowError)
        && !(thrown instanceof AssertionError);
  }
}
