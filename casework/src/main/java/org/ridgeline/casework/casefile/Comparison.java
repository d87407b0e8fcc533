package org.ridgeline.casework.casefile;

import java.util.UUID;

/// Puts the prints of a case before the examiners and takes them back, in the transaction of the
/// step that asks for it.
public interface Comparison {
  /// Asks for a comparison of a booking's prints with the record's.
  void request(UUID caseId, Case.Booking booking);

  /// Takes back what was asked for and is not settled.
  void withdraw(UUID caseId, Case.Booking booking);
}
