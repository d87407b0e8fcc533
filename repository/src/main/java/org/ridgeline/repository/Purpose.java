package org.ridgeline.repository;

import java.util.Optional;

/// Why a repository is searched or changed. A repository answers only the purposes its profile
/// allows; all others are refused.
public enum Purpose {
  /// A booking is checked against criminal records.
  CRIMINAL_BOOKING(Check.BOOKING),
  /// A booking of an active jurisdiction is checked against immigration records.
  INTEROPERABILITY(Check.BOOKING),
  /// An applicant is checked: against criminal records, and those of earlier applicants.
  APPLICANT(Check.APPLICANT),
  /// Somebody at the roadside is checked against criminal records; nothing is kept.
  RAPID_SEARCH(Check.RAPID),
  /// The owner adds records of its own.
  ENROLMENT,
  /// A reviewing office reads a person it has a lead on.
  LEAD_REVIEW,
  /// A print is compared with those of one person who is named: nobody is searched for.
  VERIFICATION,
  /// An agency asks for the images of a person who is named.
  IMAGE_REQUEST;

  private final Optional<Check> check;

  Purpose() {
    check = Optional.empty();
  }

  Purpose(Check check) {
    this.check = Optional.of(check);
  }

  /// The check that a search for this purpose is part of; empty where it is part of none.
  public Optional<Check> check() {
    return check;
  }
}
