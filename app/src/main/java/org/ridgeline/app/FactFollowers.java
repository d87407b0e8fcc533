package org.ridgeline.app;

import org.ridgeline.oversight.project.Projection;

/// Who takes the facts of both rooms into the counts.
public record FactFollowers(Projection exchange, Projection casework) {
  void start() {
    exchange.start();
    casework.start();
  }

  /// Takes in what is there now; gives how many facts that were.
  public int follow() {
    return exchange.follow() + casework.follow();
  }

  void close() {
    casework.close();
    exchange.close();
  }
}
