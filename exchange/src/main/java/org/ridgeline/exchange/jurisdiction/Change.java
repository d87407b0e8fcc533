package org.ridgeline.exchange.jurisdiction;

import java.time.Instant;

/// A line of the public list of changes: who changed what of which jurisdiction, when and why.
/// - **Shape** `by` a log-in, or `command line`
public record Change(Instant at, String by, Jurisdiction of, String what, String why) {}
