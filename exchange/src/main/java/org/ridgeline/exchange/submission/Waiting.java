package org.ridgeline.exchange.submission;

/// A submission that waits for work on it.
/// - **Shape** `sender` the ORI of the agency whose token brought it
public record Waiting(String control, String sender) {}
