package org.ridgeline.oversight.project;

import java.time.Instant;
import java.util.Optional;

/// How far a stream of facts was followed.
/// - **Shape** `place` the sequence of the last fact taken in; `facts` how many were; `unread` how
///   many of them this version could not read; `lastAt` when the last one happened; `seal` of those
///   that were taken in, as [Seal], or [#UNSEALED]
public record Stream(
    String name, long place, long facts, long unread, Optional<Instant> lastAt, String seal) {
  /// In a seal's place, of facts that nobody keeps: what was counted of them cannot be verified,
  /// and a report that counts them says so in the ledger. No seal can be made from it.
  public static final String UNSEALED = "unsealed";
}
