package org.ridgeline.ledger;

/// Somebody elsewhere who is shown checkpoints, so that another history is seen from outside.
public interface Anchor {
  /// What it is, for logs.
  String name();

  /// Whether the newest checkpoint is to be brought to it now.
  boolean isDue();

  /// Brings the newest checkpoint to it.
  /// - **Error** it cannot be reached, or its answer is not right: IllegalStateException that says
  ///   why
  void send();

  /// Why the last one did not get there; empty where it did.
  String trouble();
}
