package org.ridgeline.exchange.submission;

/// Where a submission stands.
public enum SubmissionState {
  /// It has a control number and waits for extraction.
  ACCEPTED,
  /// It waits for a person to look at its prints, or for the time over which it is held to end.
  HELD,
  /// Its templates are extracted and its searches run.
  SEARCHING,
  /// Every answer it gets has been made.
  ANSWERED,
  /// It was refused with an ERRT.
  REFUSED
}
