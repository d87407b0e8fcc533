package org.ridgeline.casework.casefile;

/// Hears of every step of every case, in the transaction of the step: what it does is done with the
/// step, or the step is not done.
@FunctionalInterface
public interface CaseListener {
  /// A case was opened, in the transaction that opens it.
  default void opened(Case one) {}

  /// A case has taken a step; `after` is the case as it stands now.
  void stepped(Case after, Step step);
}
