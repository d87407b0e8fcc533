package org.ridgeline.casework.verification;

import java.util.UUID;

/// Two ten-print cards to be compared: the probe, a submission by its control number, and the
/// candidate, an encounter of the immigration repository.
public record Pair(String control, UUID encounterId) {
  /// What "seen before" goes by.
  String key() {
    return control + "|" + encounterId;
  }
}
