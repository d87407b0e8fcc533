package org.ridgeline.estimate.disparity;

/// How far persons came, each step out of the one before.
public enum Step {
  /// Booked: fingerprints were taken.
  BOOKED,

  /// Matched: the second repository had a candidate.
  MATCHED,

  /// Verified: examiners called it the same person.
  VERIFIED,

  /// Determined: an officer signed what the person's status is.
  DETERMINED,

  /// Handed over.
  HANDED_OVER
}
