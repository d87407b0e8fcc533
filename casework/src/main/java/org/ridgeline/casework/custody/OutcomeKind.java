package org.ridgeline.casework.custody;

/// How a case ended. Whether people are U.S. citizens, have lawful status or go free counts as much
/// as what is done to them.
public enum OutcomeKind {
  CITIZEN_PURGED("U.S. citizen, records purged"),
  LAWFUL_STATUS_CONFIRMED("lawful status confirmed"),
  RELIEF_GRANTED("relief granted"),
  NO_ACTION("no action"),
  RELEASED("released"),
  PROSECUTED("prosecuted"),
  REMOVED("removed"),
  RETURNED("returned"),
  TRANSFERRED("transferred"),
  DIED("died");

  private final String words;

  OutcomeKind(String words) {
    this.words = words;
  }

  /// As people read it.
  public String words() {
    return words;
  }
}
