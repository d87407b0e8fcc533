package org.ridgeline.node;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/// Keeps a managed server running: where its process ends and nobody here stopped it, it is started
/// again on the same port, so that every pool finds it where it was.
final class PostgresWatch implements AutoCloseable {
  private static final Logger LOG = System.getLogger(PostgresWatch.class.getName());
  private static final Duration LOOK_EVERY = Duration.ofMillis(250);
  private static final Duration PAUSE_MAX = Duration.ofSeconds(30);

  private final ManagedPostgres server;
  private final int port;
  private final Thread watching;
  private volatile boolean isAway;
  private volatile boolean closed;

  private PostgresWatch(ManagedPostgres server, int port) {
    this.server = server;
    this.port = port;
    watching = Thread.ofPlatform().daemon().name("database watch").unstarted(this::watch);
  }

  static PostgresWatch of(ManagedPostgres server, int port) {
    PostgresWatch watch = new PostgresWatch(server, port);
    watch.watching.start();
    return watch;
  }

  private void watch() {
    while (!closed) {
      pause(LOOK_EVERY);
      if (!closed && !server.isAlive()) {
        isAway = true;
        LOG.log(Level.WARNING, "the database server has ended: it is started again");
        startAgain();
      }
    }
  }

  private void startAgain() {
    Duration pause = LOOK_EVERY;
    while (!closed) {
      try {
        server.start(port);
        isAway = false;
        LOG.log(Level.INFO, "the database server runs again");
        return;
      } catch (IOException e) {
        LOG.log(Level.ERROR, "the database server does not start: " + e.getMessage());
        pause = pause.multipliedBy(2).compareTo(PAUSE_MAX) > 0 ? PAUSE_MAX : pause.multipliedBy(2);
        pause(pause);
      }
    }
  }

  /// Whether the server has ended and does not run again yet.
  boolean isAway() {
    return isAway;
  }

  private static void pause(Duration length) {
    try {
      Thread.sleep(length);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Watches no more; a start under way is waited for.
  @Override
  public void close() {
    closed = true;
    watching.interrupt();
    boolean isInterrupted = Thread.interrupted();
    try {
      watching.join();
    } catch (InterruptedException e) {
      isInterrupted = true;
    }
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
