package org.ridgeline.repository;

/// A check of somebody's prints: the searches that are made together, one in each repository that
/// takes part. Which do is what their profiles allow ([RepositoryProfile#checks]).
public enum Check {
  /// Of somebody who is booked.
  BOOKING,
  /// Of somebody who applies for a licence, a permit or work.
  APPLICANT,
  /// Of somebody at the roadside, with few fingers.
  RAPID
}
