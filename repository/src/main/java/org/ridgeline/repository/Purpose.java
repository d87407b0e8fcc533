package org.ridgeline.repository;

/// Why a repository is searched or changed. A repository answers only the purposes its profile
/// allows; all others are refused.
public enum Purpose {
  /// A booking is checked against criminal records.
  CRIMINAL_BOOKING,
  /// Somebody at the roadside is checked against criminal records; nothing is kept.
  RAPID_SEARCH,
  /// A booking of an active jurisdiction is checked against immigration records.
  INTEROPERABILITY,
  /// An applicant is checked.
  APPLICANT,
  /// Prints are compared with a named person's.
  VERIFICATION,
  /// An agency asks for a named person's images.
  IMAGE_REQUEST,
  /// The owner adds records of its own.
  ENROLMENT,
  /// A reviewing office reads a person it has a lead on.
  LEAD_REVIEW
}
