package org.ridgeline.casework.verification;

import java.util.UUID;

/// Hears of a case's settled comparison, in the transaction that settles it.
@FunctionalInterface
public interface SettlementListener {
  /// The comparison that the case had asked for is settled.
  void settled(UUID caseId, Settlement settlement);
}
