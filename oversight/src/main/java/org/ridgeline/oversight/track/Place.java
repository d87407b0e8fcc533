package org.ridgeline.oversight.track;

/// Where a booking was made.
/// - **Shape** `fips` of the jurisdiction, `state` its postal code, `agency` an ORI, empty where a
///   fact does not say
public record Place(String fips, String state, String agency) {}
