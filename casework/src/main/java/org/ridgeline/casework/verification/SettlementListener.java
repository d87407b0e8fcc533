package org.ridgeline.casework.verification;

import java.util.UUID;

/// Hears of a case's settled comparison, in the transaction that settles it.
@FunctionalInterface
public interface SettlementListener {
  /// A comparison that the case had asked for is settled; `control` names the booking compared.
  void settled(UUID caseId, String control, Settlement settlement);
}
