package org.ridgeline.casework.casefile;

import java.time.Instant;

/// How long the open cases of a state have been in it.
/// - **Shape** half of `count` came into the state at `median` or before, the first at `oldest`
public record CaseAge(CaseState state, int count, Instant median, Instant oldest) {}
