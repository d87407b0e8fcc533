package org.ridgeline.oversight.track;

/// Where a booking was made.
/// - **Shape** `fips` of the jurisdiction, `state` its postal code. Which agency it was is not
///   counted: that is between it and the bureau
public record Place(String fips, String state) {}
