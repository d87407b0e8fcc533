package org.ridgeline.casework.redress;

/// What somebody complains of or claims.
/// - **Source** the first three: the categories in which the programme's fact sheet asks for
///   complaints; the others: what can be wrong with a record
public enum ClaimKind {
  /// Stopped, arrested or checked for how one looks or sounds.
  PROFILING(true),
  /// No notice, no hearing, no interpreter, held too long.
  DUE_PROCESS(true),
  /// Any other civil right or liberty.
  CIVIL_LIBERTIES(true),
  /// A fact on record is wrong.
  CORRECTION(false),
  /// The prints or the record are somebody else's.
  IDENTITY(false),
  /// The person is a U.S. citizen.
  CITIZENSHIP(false);

  private final boolean complaint;

  ClaimKind(boolean complaint) {
    this.complaint = complaint;
  }

  /// Whether it is about how people were treated, and not about what is on record.
  public boolean isComplaint() {
    return complaint;
  }
}
