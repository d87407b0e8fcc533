package org.ridgeline.casework.verification;

/// How a task ended.
enum TaskEnding {
  /// With a verdict.
  GIVEN,
  /// Put back by the examiner.
  SKIPPED,
  /// Put back: the examiner may know whose prints these are, or has a stake.
  CONFLICT_OF_INTEREST,
  /// It was held too long.
  TIMED_OUT,
  /// The case does not ask any more.
  WITHDRAWN,
  /// The examiner was taken off the queue.
  OFF
}
