package org.ridgeline.repository;

/// Why a repository is searched or changed. A repository answers only the purposes its profile
/// allows; all others are refused.
public enum Purpose {
  /// A booking is checked against criminal records.
  CRIMINAL_BOOKING,
  /// A booking of an active jurisdiction is checked against immigration records.
  INTEROPERABILITY,
  /// The owner adds records of its own.
  ENROLMENT,
  /// A reviewing office reads a person it has a lead on.
  LEAD_REVIEW
}
