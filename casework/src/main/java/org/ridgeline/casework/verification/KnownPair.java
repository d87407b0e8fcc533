package org.ridgeline.casework.verification;

import java.util.UUID;

/// A pair whose answer is known.
/// - **Shape** `isMate` for two impressions of one person's fingers; `source` where it is from, so
///   that none is added twice
record KnownPair(UUID knownPairId, boolean isMate, String source) {
  /// What "seen before" goes by.
  String key() {
    return "known|" + knownPairId;
  }
}
