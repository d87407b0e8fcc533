package org.ridgeline.casework.redress;

/// What somebody complains of or claims.
/// - **Source** the first three: the categories in which the programme's fact sheet asks for
///   complaints; the others: what can be wrong with a record
public enum ClaimKind {
  /// Stopped, arrested or checked for how one looks or sounds.
  PROFILING,
  /// No notice, no hearing, no interpreter, held too long.
  DUE_PROCESS,
  /// Any other civil right or liberty.
  CIVIL_LIBERTIES,
  /// A fact on record is wrong.
  CORRECTION,
  /// The prints or the record are somebody else's.
  IDENTITY,
  /// The person is a U.S. citizen.
  CITIZENSHIP
}
