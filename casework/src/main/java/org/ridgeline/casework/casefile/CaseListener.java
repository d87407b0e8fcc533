package org.ridgeline.casework.casefile;

/// Hears of every step of every case, in the transaction of the step: what it does is done with the
/// step, or the step is not done.
public interface CaseListener {
  /// A case was opened, in the transaction that opens it.
  default void opened(Case one) {}

  /// Examiners have settled a joined booking of a case; `after` is the case as it stands now.
  default void settled(Case after, Case.Booking booking) {}

  /// What a case knows of the person has been taken out; `one` as it stood before.
  default void purged(Case one) {}

  /// A case has taken a step; `after` is the case as it stands now.
  void stepped(Case after, Step step);
}
