package org.ridgeline.node;

import org.slf4j.bridge.SLF4JBridgeHandler;

/// Where log lines of the rooms go: galleries are opened before the framework that sees to it
/// otherwise.
public final class Logs {
  private Logs() {}

  /// Sends what is logged through the platform's loggers to the program's one log.
  public static void join() {
    if (!SLF4JBridgeHandler.isInstalled()) {
      SLF4JBridgeHandler.removeHandlersForRootLogger();
      SLF4JBridgeHandler.install();
    }
  }
}
