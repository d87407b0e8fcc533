package org.ridgeline.casework.desk;

import java.util.UUID;
import org.ridgeline.ledger.Tally;

/// A store that knows something of the person of a case.
@FunctionalInterface
public interface Purgeable {
  /// Takes out what a case knows of the person, in the caller's transaction; that it was there, who
  /// wrote it and when stays. Gives how much went.
  Tally purge(UUID caseId);
}
