package org.ridgeline.exchange.submission;

/// What is accepted and not yet extracted.
/// - **Shape** `total` of all senders; `ofSender` of the one that asks
public record Backlog(int total, int ofSender) {
  /// Whether one more of this sender is taken: nobody has more than what is still free for the
  /// others, so that one that sends without end leaves them room.
  public boolean hasRoom(int most) {
    return ofSender < most - total;
  }
}
