package org.ridgeline.casework.verification;

/// Where a comparison stands.
enum ComparisonState {
  /// Its prints are being read and laid out.
  PREPARING,
  /// Examiners may take it.
  OPEN,
  /// Two examiners differ; a supervisor may take it.
  CONFLICT,
  /// It is known what it came to.
  SETTLED,
  /// The case does not ask any more.
  WITHDRAWN
}
