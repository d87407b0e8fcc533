package org.ridgeline.ledger.stamp;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// A time stamp authority as the settings name it.
/// - **Shape** `url` http or https; `trusted` who may sign, empty where nobody said; `policy` an
///   object identifier to ask for; `every` the least time between two stamps
public record StampAuthority(
    URI url, Optional<TrustedSigners> trusted, Optional<String> policy, Duration every) {}
