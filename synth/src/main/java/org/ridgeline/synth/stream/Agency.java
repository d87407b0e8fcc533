package org.ridgeline.synth.stream;

/// A booking agency of a county that is on no map.
/// - **Unit** `fips` two digits of the state and three of the county; the county codes lie above
///   those in use
public record Agency(String ori, String name, String county, String state, String fips) {}
