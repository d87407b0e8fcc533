package org.ridgeline.outbox;

import java.util.Optional;

/// Errors after which a process cannot be trusted: no memory, a class that does not link. A stack
/// that overflowed is unwound and whole again, so it is the trouble of what was being done; a
/// failed assertion is a bug like an exception.
public final class Fatal {
  private static final int CAUSES_MAX = 20;

  private Fatal() {}

  /// The error in what was thrown or in what caused it; empty where the process can go on.
  public static Optional<Error> in(Throwable thrown) {
    Throwable at = thrown;
    for (int i = 0; at != null && i < CAUSES_MAX; i++) {
      boolean isBounded = at instanceof StackOverflowError || at instanceof AssertionError;
      if (at instanceof Error error && !isBounded) {
        return Optional.of(error);
      }
      at = at.getCause();
    }
    return Optional.empty();
  }

  /// Throws the error that something was caused by, so that it reaches the thread's handler.
  public static void check(Throwable thrown) {
    in(thrown)
        .ifPresent(error -> {
          throw error;
        });
  }

  /// Tells the program's handler of an error that a thread of somebody else's would swallow.
  public static void tell(Error error) {
    Thread thread = Thread.currentThread();
    Optional.ofNullable(Thread.getDefaultUncaughtExceptionHandler())
        .ifPresent(handler -> handler.uncaughtException(thread, error));
  }
}
