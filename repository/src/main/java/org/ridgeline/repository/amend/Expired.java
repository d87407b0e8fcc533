package org.ridgeline.repository.amend;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.ridgeline.ledger.SignedText;

/// An encounter that went by its age.
/// - **Shape** `personId` where the person went with it; `why`: the rule and its days; `receipt`
///   what is left in its place
public record Expired(
    UUID encounterId, Optional<UUID> personId, String why, Instant at, SignedText receipt) {}
